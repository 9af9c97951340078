// Everything Soundoff needs in Azure: one resource group with storage, the functions, events, secrets, monitoring and alerts.
// Front Door, a custom domain, a virtual network and a budget are there when their parameters ask for them.
import { Tags } from 'modules/types.bicep'

targetScope = 'subscription'

@description('What this installation is called: a part of every name, and a tag.')
@minLength(2)
@maxLength(32)
param environmentName string

@description('The region, for example westeurope. It must offer Flex Consumption.')
param location string

@description('Object id of the person or group that uploads episodes and reads reports. They may do nothing else. Empty: nobody is given these roles.')
param publisherId string = ''

@description('What the publisher is.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param publisherType string = 'User'

@description('Object id of the person or group that runs the command line and fills the vault: they can read every letter. Empty: nobody is given these roles.')
param operatorId string = ''

@description('What the operator is.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param operatorType string = 'User'

@description('How storage is replicated: LRS keeps three copies in one building, ZRS in three, GRS also in another region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS'])
param storageReplication string = 'Standard_LRS'

@description('The domain that receives mail, for example radio.example. Empty: letters are not received.')
param mailDomain string = ''

@description('Send mail through SendGrid, with the key in the vault\'s secret sendgrid-key: put it there first. Without, messages are written to the container outbox.')
param sendGrid bool = false

@description('The API of SendGrid: https://api.eu.sendgrid.com/ for accounts in the EU.')
param sendGridUrl string = 'https://api.sendgrid.com/'

@description('In place of SendGrid, a server that takes mail by SMTP, for example smtp.azurecomm.net. Its password is the vault\'s secret smtp-password: put it there first. Empty: none.')
param smtpHost string = ''

@description('The server\'s port: 465 speaks TLS from the first byte, all others begin it with STARTTLS.')
@minValue(1)
@maxValue(65535)
param smtpPort int = 587

@description('The user name at that server.')
param smtpUser string = ''

@description('Public keys of SendGrid\'s signed webhooks, separated by commas. Empty: callers are proved by the key in the address.')
param mailSignatureKey string = ''

@description('How many letters of one sender an hour may bring to a show.')
@minValue(1)
param lettersPerHour int = 10

@description('How many letters an hour a show forwards and acknowledges.')
@minValue(1)
param showLettersPerHour int = 60

@description('After how many days raw messages are deleted.')
@minValue(1)
param rawDays int = 90

@description('After how many days letters that were not published are deleted.')
@minValue(1)
param letterDays int = 365

@description('How old an episode\'s newest file must be before it is read.')
param settle string = '00:00:10'

@description('none: the site is served by the storage account. Standard: by Front Door with security headers and CORS. Premium: also through a private link, so that storage can be closed.')
@allowed(['none', 'Standard', 'Premium'])
param frontDoor string = 'none'

@description('A host name of your own for Front Door, for example www.radio.example; never the mail domain. Empty: the name that Azure gives.')
param siteDomain string = ''

@description('Put the functions in a virtual network and let only it reach the vault; with Front Door Premium, storage too.')
param virtualNetwork bool = false

@description('IPv4 addresses or ranges, besides the virtual network, that may reach the vault and, where it is closed, storage: publishers and whoever deploys.')
param allowedAddresses string[] = []

@description('Mail addresses that get alerts.')
param operators string[] = []

@description('What a month may cost, in the currency of the subscription; operators are told at 80 and 100 %. 0: no budget.')
@minValue(0)
param monthlyBudget int = 0

@description('First day of the budget. Leave it out: it is the first of this month.')
param budgetStart string = utcNow('yyyy-MM-01')

@description('How many instances may run at once.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('How many days logs and metrics are kept: 30 are free.')
@minValue(30)
@maxValue(730)
param logDays int = 30

@description('Tags of your own, for example a cost centre.')
param tags Tags = {}

@description('Leave it out: used once, to make the secret behind signed links. A secret that exists stays.')
@secure()
param newMailSecret string = '${newGuid()}${newGuid()}'

@description('Leave it out: used once, to make the key in the address of the webhooks. A key that exists stays.')
@secure()
param newMailUrlKey string = replace('${newGuid()}${newGuid()}', '-', '')

// Abbreviations as in the Cloud Adoption Framework, then the environment, then what makes it unique where names are global.
var token = uniqueString(subscription().subscriptionId, environmentName, location)
var name = toLower(replace(replace(environmentName, '_', '-'), '.', '-'))
var identityName = 'id-${name}-${token}'
var insightsName = 'appi-${name}-${token}'
var topicName = 'egst-${name}-${token}'
var storageName = 'st${token}'
var vaultName = 'kv-${token}'
// RFC 1034 section 3.6.2: a name with a CNAME, which Front Door needs, can have no MX beside it. Said here, since DNS would say it only when letters are lost.
var ownDomain = siteDomain != '' && toLower(siteDomain) == toLower(mailDomain)
  ? fail('The site and its mail cannot have one name: \'${siteDomain}\' would need a CNAME and an MX record, and DNS forbids both. Name the site www.${siteDomain}, or take mail at a subdomain.')
  : siteDomain
var smtpServer = sendGrid && smtpHost != ''
  ? fail('Mail goes one way: set SOUNDOFF_SENDGRID or SOUNDOFF_SMTP_HOST, not both.')
  : smtpHost
var addresses = filter(map(operators, address => trim(address)), address => address != '')
var allTags = union(tags, { 'azd-env-name': environmentName, application: 'soundoff' })
// Storage serves the public itself unless Front Door reaches it through a private link: closing it would close the site.
var closedStorage = virtualNetwork && frontDoor == 'Premium'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${name}'
  location: location
  tags: allTags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: identityName, location: location, tags: allTags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: 'log-${name}-${token}'
    insightsName: insightsName
    location: location
    tags: allTags
    logDays: logDays
  }
}

module network 'modules/network.bicep' = if (virtualNetwork) {
  scope: group
  params: { name: 'vnet-${name}-${token}', location: location, tags: allTags }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: storageName
    location: location
    tags: allTags
    replication: storageReplication
    rawDays: rawDays
    closed: closedStorage
    subnetId: network.?outputs.subnetId ?? ''
    allowedAddresses: allowedAddresses
  }
}

module secrets 'modules/secrets.bicep' = {
  scope: group
  params: {
    name: vaultName
    location: location
    tags: allTags
    newMailSecret: newMailSecret
    newMailUrlKey: newMailUrlKey
    closed: virtualNetwork
    subnetId: network.?outputs.subnetId ?? ''
    allowedAddresses: allowedAddresses
    workspaceId: monitoring.outputs.workspaceId
  }
}

module roles 'modules/roles.bicep' = {
  scope: group
  dependsOn: [storage, secrets, monitoring, identity]
  params: {
    storageName: storageName
    vaultName: vaultName
    insightsName: insightsName
    identityName: identityName
    publisherId: publisherId
    publisherType: publisherType
    operatorId: operatorId
    operatorType: operatorType
  }
}

module events 'modules/events.bicep' = {
  scope: group
  dependsOn: [storage]
  params: { name: topicName, location: location, tags: allTags, storageName: storageName }
}

// Last, though nothing it needs is made by the functions: Event Grid tries its roles when it is told where to deliver, and a role that was given a moment ago
// may not be known yet ("Managed Identity Authorization Error": Azure/bicep-registry-modules#5205). Making the functions takes some minutes.
module delivery 'modules/delivery.bicep' = {
  scope: group
  dependsOn: [events, functions, alerts]
  params: { topicName: topicName, storageName: storageName }
}

module site 'modules/frontdoor.bicep' = if (frontDoor != 'none') {
  scope: group
  dependsOn: [storage]
  params: {
    name: 'afd-${name}-${token}'
    tags: allTags
    premium: frontDoor == 'Premium'
    privateLink: closedStorage
    storageName: storageName
    location: location
    domain: ownDomain
  }
}

module functions 'modules/functions.bicep' = {
  scope: group
  // The app reads its settings' references and its package with these roles when it starts.
  dependsOn: [roles, secrets]
  params: {
    planName: 'asp-${name}-${token}'
    appName: 'func-${name}-${token}'
    location: location
    tags: allTags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storageName
    insightsConnection: monitoring.outputs.connectionString
    siteUrl: site.?outputs.url ?? storage.outputs.siteUrl
    settle: settle
    mail: {
      domain: mailDomain
      signatureKey: mailSignatureKey
      sendGridUrl: sendGridUrl
      lettersPerHour: lettersPerHour
      showLettersPerHour: showLettersPerHour
      rawDays: rawDays
      letterDays: letterDays
    }
    vaultName: vaultName
    sendGrid: sendGrid
    smtp: { host: smtpServer, port: smtpPort, user: smtpUser }
    maximumInstances: maximumInstances
    subnetId: network.?outputs.subnetId ?? ''
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    actionGroupName: 'ag-${name}-${token}'
    prefix: name
    location: location
    tags: allTags
    operators: addresses
    workspaceId: monitoring.outputs.workspaceId
    topicId: events.outputs.topicId
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0) {
  scope: group
  params: {
    name: 'budget-${name}'
    amount: monthlyBudget
    start: budgetStart
    actionGroupId: alerts.outputs.actionGroupId
  }
}

output AZURE_LOCATION string = location
output RESOURCE_GROUP string = group.name
output STORAGE_ACCOUNT string = storageName
output FUNCTION_APP string = functions.outputs.name
output KEY_VAULT string = vaultName
output KEY_VAULT_URL string = secrets.outputs.url
output SITE_URL string = site.?outputs.url ?? storage.outputs.siteUrl
output API_URL string = functions.outputs.url
output MAIL_DOMAIN string = mailDomain
output MAIL_SIGNED bool = mailSignatureKey != ''
output MAIL_WEBHOOK_URL string = '${functions.outputs.url}api/mail'
output MAIL_EVENTS_URL string = '${functions.outputs.url}api/mail/events'
output FRONT_DOOR string = site.?outputs.name ?? ''
output SITE_DOMAIN string = ownDomain
output SITE_DOMAIN_TARGET string = site.?outputs.hostName ?? ''
