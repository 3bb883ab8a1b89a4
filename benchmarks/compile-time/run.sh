#!/bin/sh
# Builds the processor, asks Maven for the peers' class paths, and measures: benchmarks/compile-time/run.sh [sizes, default: 10 100 1000]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$here/target
mkdir -p "$work/classes"
[ -n "${SKIP_BUILD:-}" ] || mvn -q -B -f "$root/pom.xml" package -pl annotations,processor,runtime/webhooks,runtime/provisioning -am -DskipTests
for peer in avaje mapstruct dagger; do
  [ -s "$work/$peer.txt" ] || mvn -q -B -f "$here/pom.xml" "-P$peer" \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath "-Dmdep.outputFile=$work/$peer.txt"
done
ours=$(ls "$root"/processor/target/switchboard-processor-*.jar | head -1)
for module in annotations runtime/webhooks runtime/provisioning; do ours=$ours:$root/$module/target/classes; done
javac -d "$work/classes" "$here/CompileTime.java"
exec java -Dcompiletime.classes="$work/classes" -cp "$work/classes" CompileTime "$work" \
  "switchboard=$ours" "avaje-http=$(cat "$work/avaje.txt")" "mapstruct=$(cat "$work/mapstruct.txt")" "dagger=$(cat "$work/dagger.txt")" \
  -- ${*:-10 100 1000}
