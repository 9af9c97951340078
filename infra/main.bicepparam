using 'main.bicep'

// Values come from the azd environment (azd env set NAME value) or stand here: replace a readEnvironmentVariable(...) by the value itself.
// Only the first two are needed; azd asks for them.

// What this installation is called: a part of every name. Lower-case letters, digits and hyphens.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'station')

// The region. It must offer Flex Consumption: az functionapp list-flexconsumption-locations
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')

// --- Who may do what, by object id (az ad signed-in-user show --query id). azd tells who deploys; with this file it does not tell of what type they are.

var deployer = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
var deployerType = readEnvironmentVariable('AZURE_PRINCIPAL_TYPE', 'User')

// Who uploads episodes: may write them and read their reports, and nothing else.
var publisher = readEnvironmentVariable('SOUNDOFF_PUBLISHER_ID', '')
param publisherId = empty(publisher) ? deployer : publisher
param publisherType = empty(publisher) ? deployerType : readEnvironmentVariable('SOUNDOFF_PUBLISHER_TYPE', 'User')

// Who runs the command line (status, doctor, redrive, letters ...) and fills the vault: may read every letter.
var operator = readEnvironmentVariable('SOUNDOFF_OPERATOR_ID', '')
param operatorId = empty(operator) ? deployer : operator
param operatorType = empty(operator) ? deployerType : readEnvironmentVariable('SOUNDOFF_OPERATOR_TYPE', 'User')

// --- Mail. Without a domain no letters come.

// The domain whose MX record points to mx.sendgrid.net, for example radio.example: shows are then reached at contact@radio.example. Never the site's own name.
param mailDomain = readEnvironmentVariable('SOUNDOFF_MAIL_DOMAIN', '')

// true once the vault holds the secret sendgrid-key. Until then mail is written to the container outbox.
param sendGrid = bool(readEnvironmentVariable('SOUNDOFF_SENDGRID', 'false'))

// https://api.eu.sendgrid.com/ for an account in the EU.
param sendGridUrl = readEnvironmentVariable('SOUNDOFF_SENDGRID_URL', 'https://api.sendgrid.com/')

// In place of SendGrid, a server that takes mail by SMTP, once the vault holds the secret smtp-password: smtp.azurecomm.net, your provider's, your own.
param smtpHost = readEnvironmentVariable('SOUNDOFF_SMTP_HOST', '')
param smtpPort = int(readEnvironmentVariable('SOUNDOFF_SMTP_PORT', '587'))
param smtpUser = readEnvironmentVariable('SOUNDOFF_SMTP_USER', '')

// Public keys of SendGrid's signed webhooks, separated by commas. They are no secrets.
param mailSignatureKey = readEnvironmentVariable('SOUNDOFF_MAIL_SIGNATURE_KEY', '')

// --- Who is told, and what it may cost.

// Mail addresses that get alerts, separated by commas. The hook before a deployment puts that of whoever deploys here.
param operators = split(readEnvironmentVariable('SOUNDOFF_OPERATORS', ''), ',')

// A month's cost at which operators are told, in the subscription's currency; 0 for none. A subscription younger than 48 hours refuses any:
// https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-acm-create-budgets#prerequisites
param monthlyBudget = int(readEnvironmentVariable('SOUNDOFF_BUDGET', '0'))

// --- The site's address.

// none, Standard (about 35 USD a month: own domain, headers, CORS) or Premium (about 330: also a private link to storage).
param frontDoor = readEnvironmentVariable('SOUNDOFF_FRONT_DOOR', 'none')

// Your host name, with Front Door, for example www.radio.example. Never the mail domain: DNS forbids a CNAME beside an MX.
param siteDomain = readEnvironmentVariable('SOUNDOFF_SITE_DOMAIN', '')

// --- The network.

// true: functions in a virtual network, the vault closed to all others; with Front Door Premium storage too.
param virtualNetwork = bool(readEnvironmentVariable('SOUNDOFF_VIRTUAL_NETWORK', 'false'))

// Your own IPv4 addresses or ranges, separated by commas, where they are closed.
param allowedAddresses = filter(
  map(split(readEnvironmentVariable('SOUNDOFF_ALLOWED_ADDRESSES', ''), ','), address => trim(address)),
  address => address != ''
)

// --- Keeping.

// Standard_LRS, Standard_ZRS (three buildings) or Standard_GRS (another region).
param storageReplication = readEnvironmentVariable('SOUNDOFF_REPLICATION', 'Standard_LRS')

// Your tags on everything.
param tags = {}
