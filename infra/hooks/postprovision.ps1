# What the resource manager cannot do: turn the static website on, and let Front Door read closed storage. Run any number of times.
$ErrorActionPreference = 'Stop'
# What a command ends with is looked at below, so that what to mend can be said.
$PSNativeCommandUseErrorActionPreference = $false

if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
    throw "The Azure CLI is missing: install it from https://aka.ms/azure-cli, then run 'azd hooks run postprovision'."
}

# A role that was given a moment ago takes a while to be known everywhere.
for ($try = 1; ; $try++) {
    az storage blob service-properties update --account-name $env:STORAGE_ACCOUNT --auth-mode login `
        --static-website true --index-document index.html --404-document 404.html --output none
    if ($LASTEXITCODE -eq 0) { break }
    if ($try -ge 10) { throw "The static website of $env:STORAGE_ACCOUNT could not be turned on: are you logged in with 'az login' as its owner, and from an allowed address?" }
    Write-Warning 'Not yet; once more in 15 seconds.'
    Start-Sleep -Seconds 15
}
# That command writes all properties of the service and knows nothing of this one: erased letters would stay restorable.
az storage account blob-service-properties update --account-name $env:STORAGE_ACCOUNT --resource-group $env:RESOURCE_GROUP `
    --set deleteRetentionPolicy.allowPermanentDelete=true --output none
if ($LASTEXITCODE -ne 0) { throw "Permanent deletion could not be allowed on $($env:STORAGE_ACCOUNT): allow it in the portal (Data protection), or run 'azd hooks run postprovision' with a newer Azure CLI." }
Write-Host "The static website of $env:STORAGE_ACCOUNT is on."

# A private link from Front Door waits for the owner's yes.
if ($env:FRONT_DOOR) {
    $pending = az network private-endpoint-connection list --resource-group $env:RESOURCE_GROUP --name $env:STORAGE_ACCOUNT --type Microsoft.Storage/storageAccounts `
        --query "[?properties.privateLinkServiceConnectionState.status=='Pending'].id" --output tsv
    if ($LASTEXITCODE -ne 0) { throw "Whether Front Door waits for a private link to $env:STORAGE_ACCOUNT could not be found out: run 'azd hooks run postprovision', or look at the account's networking in the portal." }
    foreach ($connection in $pending) {
        az network private-endpoint-connection approve --id $connection --description 'Soundoff: Front Door reads the site' --output none
        if ($LASTEXITCODE -ne 0) { throw "Front Door's private link to $env:STORAGE_ACCOUNT could not be approved: approve it in the portal." }
        Write-Host 'Front Door may read storage.'
    }
}
