# Says what only you can do. No secret is printed: the address of the webhook holds one, so a command that shows it is.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

Write-Host @"

Site             $env:SITE_URL
Functions        $env:API_URL
Uploads          az storage blob upload --auth-mode login --account-name $env:STORAGE_ACCOUNT --container-name episodes --name my-show/first.md --file first.md
"@

if ($env:FRONT_DOOR -and $env:SITE_DOMAIN) {
    $proof = az afd custom-domain list --resource-group $env:RESOURCE_GROUP --profile-name $env:FRONT_DOOR --query '[0].validationProperties.validationToken' --output tsv
    # Everything is deployed: what cannot be asked now is said how to ask later.
    if ($LASTEXITCODE -ne 0) { $proof = "(not known: az afd custom-domain list --resource-group $env:RESOURCE_GROUP --profile-name $env:FRONT_DOOR)" }
    Write-Host @"

Still to be set at the DNS of $($env:SITE_DOMAIN):
  $env:SITE_DOMAIN  CNAME  $env:SITE_DOMAIN_TARGET
  _dnsauth.$env:SITE_DOMAIN  TXT  $proof
"@
}

if (-not $env:MAIL_DOMAIN) {
    Write-Host @"

Letters are off. To receive them: azd env set SOUNDOFF_MAIL_DOMAIN your.domain; azd up
"@
    exit 0
}

Write-Host @"

Still to be set for letters to $($env:MAIL_DOMAIN):
  DNS         $env:MAIL_DOMAIN  MX  10  mx.sendgrid.net
  SendGrid    Settings, Inbound Parse: host $env:MAIL_DOMAIN, "POST the raw, full MIME message", destination as this prints it:
              "$($env:MAIL_WEBHOOK_URL)?key=`$(az keyvault secret show --vault-name $env:KEY_VAULT --name mail-url-key --query value --output tsv)"
  SendGrid    Settings, Mail Settings, Event Webhook: the same key after $env:MAIL_EVENTS_URL
  SendGrid    Settings, Sender Authentication: authenticate $env:MAIL_DOMAIN
"@

if ($env:SOUNDOFF_SENDGRID -ne 'true') {
    Write-Host @"
  Sending     az keyvault secret set --vault-name $env:KEY_VAULT --name sendgrid-key --file key.txt
              azd env set SOUNDOFF_SENDGRID true; azd provision
              Until then mail is written to the container outbox.
"@
}
