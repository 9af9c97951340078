#!/bin/sh
# Says what only you can do. No secret is printed: the address of the webhook may hold one, so a command that shows it is.
set -eu

cat <<TEXT

Site             $SITE_URL
Functions        $API_URL
Uploads          az storage blob upload --auth-mode login --account-name $STORAGE_ACCOUNT --container-name episodes --name my-show/first.md --file first.md
Checks           soundoff doctor --deployment
TEXT

if [ -n "${FRONT_DOOR:-}" ] && [ -n "${SITE_DOMAIN:-}" ]; then
    # Everything is deployed: what cannot be asked now is said how to ask later.
    proof=$(az afd custom-domain list --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$RESOURCE_GROUP" --profile-name "$FRONT_DOOR" --query "[0].validationProperties.validationToken" --output tsv) ||
        proof="(not known: az afd custom-domain list --subscription $AZURE_SUBSCRIPTION_ID --resource-group $RESOURCE_GROUP --profile-name $FRONT_DOOR)"
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

# SendGrid takes a host for Inbound Parse only below a domain that it has authenticated: https://www.twilio.com/docs/sendgrid/api-reference/settings-inbound-parse
cat <<TEXT

Still to be set for letters to $MAIL_DOMAIN, in this order:
  1. SendGrid    Settings, Sender Authentication: authenticate $MAIL_DOMAIN, and set the records it shows at your DNS
  2. DNS         $MAIL_DOMAIN  MX  10  mx.sendgrid.net
TEXT

if [ "${MAIL_SIGNED:-false}" = true ]; then
    cat <<TEXT
  3. SendGrid    Settings, Inbound Parse: host $MAIL_DOMAIN, "POST the raw, full MIME message", with the security policy, destination $MAIL_WEBHOOK_URL
  4. SendGrid    Settings, Mail Settings, Event Webhook: signed, $MAIL_EVENTS_URL
TEXT
else
    cat <<TEXT
  3. SendGrid    Settings, Inbound Parse: host $MAIL_DOMAIN, "POST the raw, full MIME message", destination as this prints it:
                 echo "$MAIL_WEBHOOK_URL?key=\$(az keyvault secret show --subscription $AZURE_SUBSCRIPTION_ID --vault-name $KEY_VAULT --name mail-url-key --query value --output tsv)"
  4. SendGrid    Settings, Mail Settings, Event Webhook: the same key after $MAIL_EVENTS_URL
TEXT
fi

if [ "${SOUNDOFF_SENDGRID:-false}" != true ] && [ -z "${SOUNDOFF_SMTP_HOST:-}" ]; then
    cat <<TEXT
  5. Sending     printf %s 'the API key' >key.txt
                 az keyvault secret set --subscription $AZURE_SUBSCRIPTION_ID --vault-name $KEY_VAULT --name sendgrid-key --file key.txt
                 azd env set SOUNDOFF_SENDGRID true && azd provision
                 or any server that takes mail: its password as smtp-password, then azd env set SOUNDOFF_SMTP_HOST and SOUNDOFF_SMTP_USER
                 Until then mail is written to the container outbox.
TEXT
fi
