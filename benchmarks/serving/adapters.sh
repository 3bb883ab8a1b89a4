#!/bin/sh
# Measures each adapter beside the same app by hand with the official SDK, and writes docs/adapters-performance.md:
#   benchmarks/serving/adapters.sh [starts, default 5] [webhooks measured, default 5000] [rounds, default 2]
# JAVA_HOME is the JDK that measures; Helidon takes part from 21 on. MAVEN_FLAGS goes to Maven, SKIP_BUILD=1 takes what is installed already.
set -eu
here=$(cd "$(dirname "$0")/adapters" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$here/target
java=${JAVA_HOME:+$JAVA_HOME/bin/}
mkdir -p "$work"
feature=$("${java}java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
modules=processor,runtime/all,integrations/servlet,integrations/jetty,integrations/spring-boot,integrations/aws-lambda
servers='server jetty-engine jetty-servlet tomcat-servlet spring-boot'
if [ "$feature" -ge 21 ]; then
  modules=$modules,integrations/helidon
  servers="$servers helidon"
else
  echo "Helidon is left out: it needs Java 21, this is $feature."
fi
# shellcheck disable=SC2086 # flags
[ -n "${SKIP_BUILD:-}" ] || mvn -q -B ${MAVEN_FLAGS:-} -f "$root/pom.xml" install -pl "$modules" -am -DskipTests -Dspotless.check.skip
processor=$(ls "$root"/processor/target/switchboard-processor-*.jar | grep -v -e sources -e javadoc | head -1)
set -- "${1:-5}" "${2:-5000}" "${3:-2}"
for server in $servers lambda; do
  for app in $server $server-vonage; do
    [ -d "$here/apps/$app" ] || continue
    # Ours change with every build, so their class paths are asked for anew.
    # shellcheck disable=SC2086 # flags
    mvn -q -B ${MAVEN_FLAGS:-} -f "$here/pom.xml" "-P$app" \
      org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath "-Dmdep.outputFile=$work/$app.txt"
    path=$(cat "$work/$app.txt")
    case $app in
      *-vonage) sources="$here/hand/Hand.java" && processing=-proc:none ;;
      *) sources="$here/ours/Line.java" && processing="-processorpath $processor" ;;
    esac
    case $app in
      *-servlet-vonage) sources="$sources $here/hand/HandServlet.java" ;;
      lambda*) sources="$sources $here/harness/Invocations.java" ;;
    esac
    rm -rf "${work:?}/$app" && mkdir -p "$work/$app"
    # shellcheck disable=SC2086 # lists of words
    "${java}javac" -parameters $processing -d "$work/$app" -cp "$path" $sources "$here/apps/$app/Main.java"
    "${java}jar" --create --file "$work/$app.jar" -C "$work/$app" .
    set -- "$@" "$app=line.Main=$path:$work/$app.jar"
  done
done
ours=$(cat "$work/server.txt")
rm -rf "$work/harness" && mkdir -p "$work/harness"
"${java}javac" -proc:none -d "$work/harness" -cp "$ours" "$here"/harness/Adapters.java "$here"/harness/Function.java \
  "$here"/../harness/Connection.java "$here"/../harness/Contestant.java "$here"/../harness/Figures.java "$here"/../harness/Kind.java "$here"/../harness/Load.java
exec "${java}java" -cp "$work/harness:$ours" Adapters "$work" "$root/docs/adapters-performance.md" "$@"
