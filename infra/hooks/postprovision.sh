#!/bin/sh
# What the resource manager cannot do: turn the static website on, and let Front Door read closed storage. Run any number of times.
set -eu

fail() { echo "$1" >&2; exit 1; }

command -v az >/dev/null || fail "The Azure CLI is missing: install it from https://aka.ms/azure-cli, then run 'azd hooks run postprovision'."

# A role that was given a moment ago takes a while to be known everywhere.
tries=0
until az storage blob service-properties update --account-name "$STORAGE_ACCOUNT" --auth-mode login \
    --static-website true --index-document index.html --404-document 404.html --output none; do
    tries=$((tries + 1))
    [ "$tries" -lt 10 ] || fail "The static website of $STORAGE_ACCOUNT could not be turned on: are you logged in with 'az login' as its owner, and from an allowed address?"
    echo "Not yet; once more in 15 seconds." >&2
    sleep 15
done
# That command writes all properties of the service and knows nothing of this one: erased letters would stay restorable.
az storage account blob-service-properties update --account-name "$STORAGE_ACCOUNT" --resource-group "$RESOURCE_GROUP" \
    --set deleteRetentionPolicy.allowPermanentDelete=true --output none ||
    fail "Permanent deletion could not be allowed on $STORAGE_ACCOUNT: allow it in the portal (Data protection), or run 'azd hooks run postprovision' with a newer Azure CLI."
echo "The static website of $STORAGE_ACCOUNT is on."

# A private link from Front Door waits for the owner's yes.
if [ -n "${FRONT_DOOR:-}" ]; then
    pending=$(az network private-endpoint-connection list --resource-group "$RESOURCE_GROUP" --name "$STORAGE_ACCOUNT" --type Microsoft.Storage/storageAccounts \
        --query "[?properties.privateLinkServiceConnectionState.status=='Pending'].id" --output tsv) ||
        fail "Whether Front Door waits for a private link to $STORAGE_ACCOUNT could not be found out: run 'azd hooks run postprovision', or look at the account's networking in the portal."
    for connection in $pending; do
        az network private-endpoint-connection approve --id "$connection" --description "Soundoff: Front Door reads the site" --output none ||
            fail "Front Door's private link to $STORAGE_ACCOUNT could not be approved: approve it in the portal."
        echo "Front Door may read storage."
    done
fi
