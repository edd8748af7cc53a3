#!/usr/bin/env bash
# Builds the committed state twice, in two folders with different habits, and compares the jars byte by byte.
# Needs Maven, git, 2 GB in $TMPDIR and a few minutes. Prints the SHA-256 that both have, or fails with where they differ.
#   --against JAR  builds once and compares with this jar, which was built from the same commit
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

against=
if [ "${1-}" = --against ]; then
  against=$(realpath "$2")
elif [ $# -gt 0 ]; then
  echo "usage: src/build/reproducible.sh [--against JAR]" >&2
  exit 64
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# FOLDER: a clean checkout there, packaged
build() {
  git clone -q . "$1"
  (cd "$1" && mvn -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package) >&2
}

if [ -n "$against" ]; then
  one=$against
else
  build "$work/one"
  one=$work/one/target/chancery.jar
fi
# What must not matter: the path, the time zone, the language, and who may read new files.
(umask 077 && TZ=Asia/Kathmandu LC_ALL=C MAVEN_OPTS="${MAVEN_OPTS-} -Duser.language=tr -Duser.country=TR" \
  build "$work/a longer path/two")
two="$work/a longer path/two/target/chancery.jar"

if cmp -s "$one" "$two"; then
  sha256sum "$one" | cut -d ' ' -f 1
else
  echo "reproducible.sh: two builds of one commit differ:" >&2
  sha256sum "$one" "$two" >&2
  # Which entries, by size and checksum.
  diff <(unzip -lv "$one" | sort -k 8) <(unzip -lv "$two" | sort -k 8) | head -40 >&2 || true
  exit 1
fi
