#!/bin/sh
# Measures everything and writes docs/performance.md: benchmarks/run.sh [sizes of the compile-time part, default: 10 100 1000 5000]
# A part that fails is said on the page, and the script ends with 1. Where things are, and how long they take:
#   JAVA_HOME       the JDK that measures; NEWEST_JAVA_HOME one that makes AOT caches (25 or newer), without which that row is left out
#   MAVEN_FLAGS     handed to Maven; JMH_ARGS, SDK_ARGS, COLD_FORKS (11) and SERVING (starts, rounds, seconds: "7 3 5") make it longer or shorter
#   PARTS           which of micro, cold, serving, newest, compile-time to measure anew; the page keeps the others' last figures
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
figures=$here/target
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
parts=${PARTS:-micro cold serving newest compile-time}
sizes=${*:-10 100 1000 5000}
mkdir -p "$figures"
: > "$figures/failed.txt"

part() { # name, then the command
  name=$1
  shift
  case " $parts " in *" $name "*) ;; *) return 0 ;; esac
  echo "== $name"
  "$@" > "$figures/$name.log" 2>&1 || { echo "$name" >> "$figures/failed.txt"; tail -5 "$figures/$name.log"; }
}

micro() {
  rm -f "$figures/micro.json" "$figures/micro-sdk.json"
  mvn_benchmarks exec:exec@same-answers exec:exec@warm exec:exec@warm-sdk ${JMH_ARGS:+"-Djmh.args=$JMH_ARGS"} ${SDK_ARGS:+"-Dsdk.args=$SDK_ARGS"}
}
cold() { rm -f "$figures/cold.json" && mvn_benchmarks exec:exec@cold -Dcold.forks="${COLD_FORKS:-11}"; }
mvn_benchmarks() { mvn -q -B ${MAVEN_FLAGS:-} -f "$root/pom.xml" -Pbenchmarks -pl benchmarks "$@"; }
serving() { # folder, contestants
  out=$1
  shift
  rm -rf "${figures:?}/$out" && mkdir -p "$figures/$out"
  # shellcheck disable=SC2086 # several words
  SKIP_BUILD=1 "$here/serving/run.sh" "$@" && cp "$here/serving/target/serving.json" "$figures/$out/"
}
newest() {
  [ -n "${NEWEST_JAVA_HOME:-}" ] || { echo "NEWEST_JAVA_HOME is not set"; return 1; }
  # Starts alone: everything else is measured once.
  set -- ${SERVING:-7 3 5}
  JAVA_HOME=$NEWEST_JAVA_HOME serving serving-newest "$1" 0 1
}
compile_time() {
  # shellcheck disable=SC2086 # several sizes
  SKIP_BUILD=1 "$here/compile-time/run.sh" $sizes > "$figures/compile-time.md" && cp "$here/compile-time/target/compile-time.json" "$figures/"
}

# What all parts measure.
mvn -q -B ${MAVEN_FLAGS:-} -f "$root/pom.xml" install -Pbenchmarks -DskipTests -Dspotless.check.skip \
  -pl processor,runtime/all,runtime/provisioning,benchmarks -am -Dexec.skip || exit 1
mvn -q -B ${MAVEN_FLAGS:-} -f "$root/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
  -Pbenchmarks -pl runtime/all,benchmarks -Dmdep.outputFile=target/classpath.txt -Dmdep.includeScope=runtime || exit 1
printf '%s processors with a load average of %s at the start, Linux %s, %s, commit %s' "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)" "$(uname -r | cut -d. -f1,2)" "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)" \
  "$(git -C "$root" rev-parse --short HEAD)" > "$figures/machine.txt"
cat "$here"/target/classpath.txt "$here"/serving/target/*.txt 2> /dev/null | tr ':' '\n' | sed 's|.*/||; s|\.jar$||' \
  | grep -E '^(server-sdk|avaje-jsonb|jackson-core|javalin|spring-boot)-[0-9]' | sort -u | paste -sd, | sed 's/,/, /g' > "$figures/versions.txt"
part micro micro
part cold cold
# shellcheck disable=SC2086 # three words
part serving serving serving ${SERVING:-7 3 5}
part newest newest
part compile-time compile_time
"$java" -cp "$here/target/classes:$(cat "$here/target/classpath.txt")" dev.switchboard.benchmarks.report.Page \
  "$figures" "$root/docs" "$here/bounds.md" || exit 1
[ ! -s "$figures/failed.txt" ]
