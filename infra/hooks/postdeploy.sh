#!/bin/sh
# Says what only you can do. No secret is printed: the address of the webhook holds one, so a command that shows it is.
set -eu

cat <<TEXT

Site             $SITE_URL
Functions        $API_URL
Uploads          az storage blob upload --auth-mode login --account-name $STORAGE_ACCOUNT --container-name episodes --name my-show/first.md --file first.md
TEXT

if [ -n "${FRONT_DOOR:-}" ] && [ -n "${SITE_DOMAIN:-}" ]; then
    # Everything is deployed: what cannot be asked now is said how to ask later.
    proof=$(az afd custom-domain list --resource-group "$RESOURCE_GROUP" --profile-name "$FRONT_DOOR" --query "[0].validationProperties.validationToken" --output tsv) ||
        proof="(not known: az afd custom-domain list --resource-group $RESOURCE_GROUP --profile-name $FRONT_DOOR)"
    cat <<TEXT

Still to be set at the DNS of $SITE_DOMAIN:
  $SITE_DOMAIN  CNAME  $SITE_DOMAIN_TARGET
  _dnsauth.$SITE_DOMAIN  TXT  $proof
TEXT
fi

if [ -z "${MAIL_DOMAIN:-}" ]; then
    cat <<TEXT

Letters are off. To receive them: azd env set SOUNDOFF_MAIL_DOMAIN your.domain && azd up
TEXT
    exit 0
fi

cat <<TEXT

Still to be set for letters to $MAIL_DOMAIN:
  DNS         $MAIL_DOMAIN  MX  10  mx.sendgrid.net
  SendGrid    Settings, Inbound Parse: host $MAIL_DOMAIN, "POST the raw, full MIME message", destination as this prints it:
              echo "$MAIL_WEBHOOK_URL?key=\$(az keyvault secret show --vault-name $KEY_VAULT --name mail-url-key --query value --output tsv)"
  SendGrid    Settings, Mail Settings, Event Webhook: the same key after $MAIL_EVENTS_URL
  SendGrid    Settings, Sender Authentication: authenticate $MAIL_DOMAIN
TEXT

if [ "${SOUNDOFF_SENDGRID:-false}" != true ]; then
    cat <<TEXT
  Sending     az keyvault secret set --vault-name $KEY_VAULT --name sendgrid-key --file key.txt
              azd env set SOUNDOFF_SENDGRID true && azd provision
              Until then mail is written to the container outbox.
TEXT
fi
