#!/usr/bin/env bash
# The real thing on one machine: Azurite, the Functions host with the Debug build, an upload, a letter. Needs the .NET SDK, Node.js and
# the Core Tools ('func', npm package azure-functions-core-tools@4).
set -euo pipefail
cd "$(dirname "$0")/../.."
needs() { command -v "$1" >/dev/null || { echo "$2" >&2; exit 1; }; }
needs dotnet "The .NET SDK is missing: install version 10 from https://dot.net."
needs npx "Node.js is missing: install version 22 or later from https://nodejs.org."
needs func "The Core Tools are missing: npm install --global azure-functions-core-tools@4"
work=$(mktemp -d)
started=()
finish() {
    status=$?
    for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
    wait
    if [ "$status" -ne 0 ]; then for log in "$work"/*.log; do echo "== $log" >&2; tail -n 100 "$log" >&2; done; fi
    rm -rf "$work"
    exit "$status"
}
trap finish EXIT

dotnet build src/Functions --configuration Debug
npm install --prefix tests/e2e --no-package-lock --no-audit --no-fund

npx --yes azurite@3.37.0 --inMemoryPersistence --skipApiVersionCheck --silent >"$work/azurite.log" 2>&1 &
started+=($!)

key=$(node -e "console.log(require('node:crypto').randomBytes(32).toString('hex'))")
# What local.settings.json would say; nothing is written into the repository.
export AzureWebJobsStorage="UseDevelopmentStorage=true" FUNCTIONS_WORKER_RUNTIME=dotnet-isolated AZURE_FUNCTIONS_ENVIRONMENT=Development
export Site__BaseUrl="http://127.0.0.1:7072/" Publishing__Settle="00:00:01" Mail__Domain=radio.example Mail__UrlKey="$key"
# Where the output folder is, its host.json is.
output=$(dirname "$(find src/Functions/bin/Debug -name host.json | head -n 1)")
(cd "$output" && exec func start --port 7071 --no-build) >"$work/func.log" 2>&1 &
started+=($!)

# The polled trigger that stands in for Event Grid sees no deletes.
KEY="$key" API="http://127.0.0.1:7071/" DELETES=no node tests/e2e/journey.mjs
