# Says what only you can do. No secret is printed: the address of the webhook may hold one, so a command that shows it is.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

Write-Host @"

Site             $env:SITE_URL
Functions        $env:API_URL
Uploads          az storage blob upload --auth-mode login --account-name $env:STORAGE_ACCOUNT --container-name episodes --name my-show/first.md --file first.md
Checks           soundoff doctor --deployment
"@

if ($env:FRONT_DOOR -and $env:SITE_DOMAIN) {
    $proof = az afd custom-domain list --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $env:RESOURCE_GROUP --profile-name $env:FRONT_DOOR --query '[0].validationProperties.validationToken' --output tsv
    # Everything is deployed: what cannot be asked now is said how to ask later.
    if ($LASTEXITCODE -ne 0) { $proof = "(not known: az afd custom-domain list --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $env:RESOURCE_GROUP --profile-name $env:FRONT_DOOR)" }
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

# SendGrid takes a host for Inbound Parse only below a domain that it has authenticated: https://www.twilio.com/docs/sendgrid/api-reference/settings-inbound-parse
Write-Host @"

Still to be set for letters to $($env:MAIL_DOMAIN), in this order:
  1. SendGrid    Settings, Sender Authentication: authenticate $env:MAIL_DOMAIN, and set the records it shows at your DNS
  2. DNS         $env:MAIL_DOMAIN  MX  10  mx.sendgrid.net
"@

if ($env:MAIL_SIGNED -eq 'true') {
    Write-Host @"
  3. SendGrid    Settings, Inbound Parse: host $env:MAIL_DOMAIN, "POST the raw, full MIME message", with the security policy, destination $env:MAIL_WEBHOOK_URL
  4. SendGrid    Settings, Mail Settings, Event Webhook: signed, $env:MAIL_EVENTS_URL
"@
}
else {
    Write-Host @"
  3. SendGrid    Settings, Inbound Parse: host $env:MAIL_DOMAIN, "POST the raw, full MIME message", destination as this prints it:
                 "$($env:MAIL_WEBHOOK_URL)?key=`$(az keyvault secret show --subscription $env:AZURE_SUBSCRIPTION_ID --vault-name $env:KEY_VAULT --name mail-url-key --query value --output tsv)"
  4. SendGrid    Settings, Mail Settings, Event Webhook: the same key after $env:MAIL_EVENTS_URL
"@
}

if ($env:SOUNDOFF_SENDGRID -ne 'true' -and -not $env:SOUNDOFF_SMTP_HOST) {
    Write-Host @"
  5. Sending     Set-Content -NoNewline key.txt 'the API key'
                 az keyvault secret set --subscription $env:AZURE_SUBSCRIPTION_ID --vault-name $env:KEY_VAULT --name sendgrid-key --file key.txt
                 azd env set SOUNDOFF_SENDGRID true; azd provision
                 or any server that takes mail: its password as smtp-password, then azd env set SOUNDOFF_SMTP_HOST and SOUNDOFF_SMTP_USER
                 Until then mail is written to the container outbox.
"@
}
