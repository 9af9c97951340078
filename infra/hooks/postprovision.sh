#!/bin/sh
# What the resource manager cannot do: turn the static website on, and let Front Door read closed storage. Run any number of times.
set -eu

command -v az >/dev/null || { echo "The Azure CLI is missing: install it from https://aka.ms/azure-cli, then run 'azd hooks run postprovision'." >&2; exit 1; }

# A role that was given a moment ago takes a while to be known everywhere.
tries=0
until az storage blob service-properties update --account-name "$STORAGE_ACCOUNT" --auth-mode login \
    --static-website true --index-document index.html --404-document 404.html --output none; do
    tries=$((tries + 1))
    [ "$tries" -lt 10 ] || { echo "The static website of $STORAGE_ACCOUNT could not be turned on: are you logged in with 'az login' as its owner, and from an allowed address?" >&2; exit 1; }
    echo "Not yet; once more in 15 seconds." >&2
    sleep 15
done
echo "The static website of $STORAGE_ACCOUNT is on."

# A private link from Front Door waits for the owner's yes.
if [ -n "${FRONT_DOOR:-}" ]; then
    az network private-endpoint-connection list --resource-group "$RESOURCE_GROUP" --name "$STORAGE_ACCOUNT" --type Microsoft.Storage/storageAccounts \
        --query "[?properties.privateLinkServiceConnectionState.status=='Pending'].id" --output tsv |
        while read -r connection; do
            az network private-endpoint-connection approve --id "$connection" --description "Soundoff: Front Door reads the site" --output none
            echo "Front Door may read storage."
        done
fi
