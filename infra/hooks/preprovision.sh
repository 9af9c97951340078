#!/bin/sh
# Before anything is made: is everything here that the rest needs, and who shall be told when something fails? Run any number of times.
set -eu

fail() { echo "$1" >&2; exit 1; }

command -v az >/dev/null || fail "The Azure CLI is missing: install it from https://aka.ms/azure-cli, then run this once more."

# azd and az sign in each for itself, and az has a subscription of its own that it would ask. It is told the right one everywhere; here it is seen whether it may.
if [ -n "${AZURE_SUBSCRIPTION_ID:-}" ] && ! az account show --subscription "$AZURE_SUBSCRIPTION_ID" --query id --output tsv >/dev/null; then
    fail "azd deploys to the subscription $AZURE_SUBSCRIPTION_ID, which the Azure CLI does not see: run 'az login${AZURE_TENANT_ID:+ --tenant $AZURE_TENANT_ID}' as whoever 'azd auth login' signed in. 'az account list --output table' shows what it sees."
fi

# A guest's name is no mailbox (ana_example.org#EXT#@...), so their mail is asked for first.
if [ -z "${SOUNDOFF_OPERATORS:-}" ]; then
    address=$(az ad signed-in-user show --query "mail || userPrincipalName" --output tsv) || address=
    case $address in
    *"#EXT#"* | "")
        echo "Nobody will get the alerts, since no address is known. To change that: azd env set SOUNDOFF_OPERATORS you@example.org" >&2
        ;;
    *)
        azd env set SOUNDOFF_OPERATORS "$address"
        echo "Alerts go to $address. To change that: azd env set SOUNDOFF_OPERATORS you@example.org,other@example.org"
        ;;
    esac
fi
