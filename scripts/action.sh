#!/usr/bin/env bash
# The step of action.yml: hunts, keeps the results in a folder, and hands on the exit code. Everything comes by environment.
set -uo pipefail

words=("${ANALYTICS:-all}")
options=()
# Blanks around a line are the workflow's layout. What begins like an option is a path all the same; - alone is standard input.
while read -r line; do
	[[ "$line" == -?* ]] && line="./$line"
	[[ -n "$line" ]] && words+=("$line")
done <<<"${EVIDENCE:-}"
while read -r line; do [[ -n "$line" ]] && options+=("$line"); done <<<"${ARGUMENTS:-}"
[[ -n "${CONTEXT:-}" ]] && options+=(--context "$CONTEXT")
[[ -n "${FAIL_ON:-}" ]] && options+=(--fail-on "$FAIL_ON")

mkdir -p "$OUTPUT" || exit 2
started=$(mktemp) || exit 2
trap 'rm -f "$started"' EXIT
node "$PROGRAM" hunt "${words[@]}" ${options[@]+"${options[@]}"} \
	--output "$OUTPUT/findings.json" --output "$OUTPUT/findings.sarif" --output "$OUTPUT/report.html"
code=$?

count=0
# One that an earlier run left there is not what this one found.
if [[ "$OUTPUT/findings.json" -nt "$started" ]]; then
	count=$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).findings.length' "$OUTPUT/findings.json")
fi
{
	echo "findings=$count"
	echo "code=$code"
} >>"${GITHUB_OUTPUT:-/dev/stdout}"
exit "$code"
