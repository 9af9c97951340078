# Before anything is made: is everything here that the rest needs, and who shall be told when something fails? Run any number of times.
$ErrorActionPreference = 'Stop'
# What a command ends with is looked at below, so that what to mend can be said.
$PSNativeCommandUseErrorActionPreference = $false

if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
    throw 'The Azure CLI is missing: install it from https://aka.ms/azure-cli, then run this once more.'
}

# azd and az sign in each for itself, and az has a subscription of its own that it would ask. It is told the right one everywhere; here it is seen whether it may.
if ($env:AZURE_SUBSCRIPTION_ID) {
    az account show --subscription $env:AZURE_SUBSCRIPTION_ID --query id --output tsv | Out-Null
    if ($LASTEXITCODE -ne 0) {
        $tenant = if ($env:AZURE_TENANT_ID) { " --tenant $env:AZURE_TENANT_ID" } else { '' }
        throw "azd deploys to the subscription $env:AZURE_SUBSCRIPTION_ID, which the Azure CLI does not see: run 'az login$tenant' as whoever 'azd auth login' signed in. 'az account list --output table' shows what it sees."
    }
}

# A guest's name is no mailbox (ana_example.org#EXT#@...), so their mail is asked for first.
if (-not $env:SOUNDOFF_OPERATORS) {
    $address = az ad signed-in-user show --query 'mail || userPrincipalName' --output tsv
    if ($LASTEXITCODE -ne 0 -or -not $address -or "$address".Contains('#EXT#')) {
        Write-Warning 'Nobody will get the alerts, since no address is known. To change that: azd env set SOUNDOFF_OPERATORS you@example.org'
    }
    else {
        azd env set SOUNDOFF_OPERATORS $address
        if ($LASTEXITCODE -ne 0) { throw "The address for alerts could not be kept: run 'azd env set SOUNDOFF_OPERATORS $address'." }
        Write-Host "Alerts go to $address. To change that: azd env set SOUNDOFF_OPERATORS you@example.org,other@example.org"
    }
}
