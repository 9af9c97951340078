# What the resource manager cannot do: let Front Door read closed storage, and wait until the app may read its secrets. Run any number of times.
$ErrorActionPreference = 'Stop'
# What a command ends with is looked at below, so that what to mend can be said.
$PSNativeCommandUseErrorActionPreference = $false

if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
    throw "The Azure CLI is missing: install it from https://aka.ms/azure-cli, then run 'azd hooks run postprovision'."
}

# A private link from Front Door waits for the owner's yes.
if ($env:FRONT_DOOR) {
    $pending = az network private-endpoint-connection list --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $env:RESOURCE_GROUP --name $env:STORAGE_ACCOUNT --type Microsoft.Storage/storageAccounts `
        --query "[?properties.privateLinkServiceConnectionState.status=='Pending'].id" --output tsv
    if ($LASTEXITCODE -ne 0) { throw "Whether Front Door waits for a private link to $env:STORAGE_ACCOUNT could not be found out: run 'azd hooks run postprovision', or look at the account's networking in the portal." }
    foreach ($connection in $pending) {
        az network private-endpoint-connection approve --subscription $env:AZURE_SUBSCRIPTION_ID --id $connection --description 'Soundoff: Front Door reads the site' --output none
        if ($LASTEXITCODE -ne 0) { throw "Front Door's private link to $env:STORAGE_ACCOUNT could not be approved: approve it in the portal." }
        Write-Host 'Front Door may read storage.'
    }
}

# A role that was given a moment ago takes a while to be known everywhere. What was refused meanwhile would be asked again only the next day.
# https://learn.microsoft.com/azure/app-service/app-service-key-vault-references#rotation
$references = "/subscriptions/$env:AZURE_SUBSCRIPTION_ID/resourceGroups/$env:RESOURCE_GROUP/providers/Microsoft.Web/sites/$env:FUNCTION_APP/config/configreferences/appsettings"
for ($try = 1; ; $try++) {
    $missing = az rest --subscription $env:AZURE_SUBSCRIPTION_ID --method get --url "${references}?api-version=2024-04-01" `
        --query "value[?properties.status!='Resolved' && properties.status!='Initialized'].join(' ', [name, properties.status])" --output tsv
    if ($LASTEXITCODE -ne 0) {
        Write-Warning "Whether the functions may read their secrets could not be found out: 'soundoff doctor --deployment' asks again."
        break
    }
    if (-not $missing) { break }
    if ($try -ge 10) {
        # Not in vain for all that: what is deployed now starts when they can be read.
        Write-Warning 'The functions cannot read these secrets yet, and do not start without them:'
        $missing | ForEach-Object { Write-Warning $_ }
        Write-Warning "SecretNotFound: put it into the vault $env:KEY_VAULT. AccessToKeyVaultDenied: run 'azd hooks run postprovision' in some minutes."
        break
    }
    Write-Warning "The functions' roles are not known everywhere yet; once more in 15 seconds."
    Start-Sleep -Seconds 15
    az rest --subscription $env:AZURE_SUBSCRIPTION_ID --method post --url "$references/refresh?api-version=2022-03-01" --output none
}
