#!/bin/sh
# Builds ours and the peers, and measures: benchmarks/serving/run.sh [starts, default 7] [rounds, default 3] [seconds, default 5] [contestants]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$here/target
java=${JAVA_HOME:+$JAVA_HOME/bin/}
mkdir -p "$work"
[ -n "${SKIP_BUILD:-}" ] || mvn -q -B ${MAVEN_FLAGS:-} -f "$root/pom.xml" package org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
  -pl processor,runtime/all -am -DskipTests -Dmdep.outputFile=target/classpath.txt -Dmdep.includeScope=runtime
processor=$(ls "$root"/processor/target/switchboard-processor-*.jar | grep -v -e sources -e javadoc | head -1)
# The one dependency of an app has no classes: what it brings is what counts.
ours=$(cat "$root/runtime/all/target/classpath.txt")
contestants=${4:-bare switchboard jdk-vonage javalin-vonage spring-vonage}
set -- "${1:-7}" "${2:-3}" "${3:-5}"
for app in $contestants; do
  case $app in
    bare) path= ;;
    switchboard) path=$ours ;;
    *)
      [ -s "$work/$app.txt" ] || mvn -q -B ${MAVEN_FLAGS:-} -f "$here/pom.xml" "-P$app" \
        org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath "-Dmdep.outputFile=$work/$app.txt"
      path=$(cat "$work/$app.txt")
      ;;
  esac
  rm -rf "$work/$app" && mkdir -p "$work/$app"
  case $app in
    switchboard) main=line.Line && "${java}javac" -d "$work/$app" -processorpath "$processor" -cp "$path" "$here/apps/$app"/*.java ;;
    spring-vonage) main=line.App && "${java}javac" -proc:none -d "$work/$app" -cp "$path" "$here/apps/$app"/*.java ;;
    *) main=App && "${java}javac" -proc:none -d "$work/$app" -cp "$path:" "$here/apps/$app"/*.java ;;
  esac
  "${java}jar" --create --file "$work/$app.jar" -C "$work/$app" .
  set -- "$@" "$app=$main=${path:+$path:}$work/$app.jar"
done
mkdir -p "$work/harness"
"${java}javac" -proc:none -d "$work/harness" -cp "$ours" "$here"/harness/*.java
exec "${java}java" -cp "$work/harness:$ours" Serving "$work" "$@"
