#!/usr/bin/env bash
# The step of action.yml: hunts, keeps the results in a folder, and hands on the exit code. Everything comes by environment.
set -uo pipefail
shopt -s extglob

words=("${ANALYTICS:-all}")
options=()
# A line without the blanks and the carriage return around it: nobody sees those in a workflow.
trimmed() {
	local line="${1%%*([[:space:]])}"
	printf '%s' "${line##*([[:space:]])}"
}
# What begins like an option is a path all the same; - alone is standard input.
while IFS= read -r line; do
	line="$(trimmed "$line")"
	[[ "$line" == -?* ]] && line="./$line"
	[[ -n "$line" ]] && words+=("$line")
done <<<"${EVIDENCE:-}"
while IFS= read -r line; do line="$(trimmed "$line")" && [[ -n "$line" ]] && options+=("$line"); done <<<"${ARGUMENTS:-}"
program="${PROGRAM:-$(dirname "${BASH_SOURCE[0]}")/../dist/bin/saashound.js}"
[[ -n "${CONTEXT:-}" ]] && options+=(--context "$CONTEXT")
[[ -n "${FAIL_ON:-}" ]] && options+=(--fail-on "$FAIL_ON")

mkdir -p "$OUTPUT" || exit 2
started=$(mktemp) || exit 2
trap 'rm -f "$started"' EXIT
node "$program" hunt "${words[@]}" ${options[@]+"${options[@]}"} \
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
