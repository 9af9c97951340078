#!/bin/sh
# What the resource manager cannot do: let Front Door read closed storage, and wait until the app may read its secrets. Run any number of times.
set -eu

fail() { echo "$1" >&2; exit 1; }

command -v az >/dev/null || fail "The Azure CLI is missing: install it from https://aka.ms/azure-cli, then run 'azd hooks run postprovision'."

# A private link from Front Door waits for the owner's yes.
if [ -n "${FRONT_DOOR:-}" ]; then
    pending=$(az network private-endpoint-connection list --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$RESOURCE_GROUP" --name "$STORAGE_ACCOUNT" --type Microsoft.Storage/storageAccounts \
        --query "[?properties.privateLinkServiceConnectionState.status=='Pending'].id" --output tsv) ||
        fail "Whether Front Door waits for a private link to $STORAGE_ACCOUNT could not be found out: run 'azd hooks run postprovision', or look at the account's networking in the portal."
    for connection in $pending; do
        az network private-endpoint-connection approve --subscription "$AZURE_SUBSCRIPTION_ID" --id "$connection" --description "Soundoff: Front Door reads the site" --output none ||
            fail "Front Door's private link to $STORAGE_ACCOUNT could not be approved: approve it in the portal."
        echo "Front Door may read storage."
    done
fi

# A role that was given a moment ago takes a while to be known everywhere. What was refused meanwhile would be asked again only the next day.
# https://learn.microsoft.com/azure/app-service/app-service-key-vault-references#rotation
references="/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$RESOURCE_GROUP/providers/Microsoft.Web/sites/$FUNCTION_APP/config/configreferences/appsettings"
tries=0
while :; do
    missing=$(az rest --subscription "$AZURE_SUBSCRIPTION_ID" --method get --url "$references?api-version=2024-04-01" \
        --query "value[?properties.status!='Resolved' && properties.status!='Initialized'].join(' ', [name, properties.status])" --output tsv) || {
        echo "Whether the functions may read their secrets could not be found out: 'soundoff doctor --deployment' asks again." >&2
        break
    }
    [ -n "$missing" ] || break
    tries=$((tries + 1))
    if [ "$tries" -ge 10 ]; then
        # Not in vain for all that: what is deployed now starts when they can be read.
        echo "The functions cannot read these secrets yet, and do not start without them:" >&2
        echo "$missing" >&2
        echo "SecretNotFound: put it into the vault $KEY_VAULT. AccessToKeyVaultDenied: run 'azd hooks run postprovision' in some minutes." >&2
        break
    fi
    echo "The functions' roles are not known everywhere yet; once more in 15 seconds." >&2
    sleep 15
    az rest --subscription "$AZURE_SUBSCRIPTION_ID" --method post --url "$references/refresh?api-version=2022-03-01" --output none || :
done
