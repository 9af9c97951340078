#!/bin/sh
# Deletes former versions of pages and feeds. Lifecycle rules do not reach the container $web, and a letter that was withdrawn must not
# stay in a former version of its page. Housekeeping (.github/workflows/housekeeping.yml) runs this every night.
#   STORAGE_ACCOUNT  the account
set -eu

# Every version is listed on its own; those that are current are kept.
az storage blob list --account-name "$STORAGE_ACCOUNT" --auth-mode login --container-name "\$web" --include v --num-results "*" \
    --query "[?isCurrentVersion==null || isCurrentVersion==\`false\`].[versionId, name]" --output tsv |
    while IFS="$(printf '\t')" read -r version name; do
        [ "$version" = None ] || az storage blob delete --account-name "$STORAGE_ACCOUNT" --auth-mode login --container-name "\$web" \
            --name "$name" --version-id "$version" --output none
    done
