#!/bin/sh
# Builds the processor, asks Maven for the peers' class paths, measures, and prints Markdown:
#   benchmarks/compile-time/run.sh [sizes, default: 10 100 1000 5000]
# MAVEN_FLAGS is handed to Maven; SKIP_BUILD=1 takes the modules as they were built last.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$here/target
mkdir -p "$work/classes"
if [ -z "${SKIP_BUILD:-}" ]; then
  mvn -q -B ${MAVEN_FLAGS:-} -f "$root/pom.xml" package -pl annotations,processor,runtime/webhooks,runtime/provisioning -am -DskipTests >&2
fi
for peer in avaje micronaut mapstruct dagger; do
  [ -s "$work/$peer.txt" ] || mvn -q -B ${MAVEN_FLAGS:-} -f "$here/pom.xml" "-P$peer" \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath "-Dmdep.outputFile=$work/$peer.txt" >&2
done
ours=$(ls "$root"/processor/target/switchboard-processor-*.jar | head -1)
for module in annotations runtime/webhooks runtime/provisioning; do ours=$ours:$root/$module/target/classes; done
javac -d "$work/classes" "$here/CompileTime.java"
[ $# -gt 0 ] || set -- 10 100 1000 5000
exec java -Dcompiletime.classes="$work/classes" -cp "$work/classes" CompileTime "$work" \
  "switchboard=$ours" "switchboard, NCCOs unchecked=$ours" "a processor that does nothing=$ours" "avaje-http=$(cat "$work/avaje.txt")" \
  "micronaut=$(cat "$work/micronaut.txt")" "dagger=$(cat "$work/dagger.txt")" "mapstruct=$(cat "$work/mapstruct.txt")" -- "$@"
