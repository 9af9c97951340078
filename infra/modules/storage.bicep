// The one account of the engine. Names are those of src/Soundoff/Account/Names.cs; a test holds them together.
import { Tags } from 'types.bicep'

param name string
param location string
param tags Tags
param replication string
param rawDays int
param closed bool
param subnetId string
param allowedAddresses string[]

// $web is not among them: the static website, below, makes it.
var containers = ['episodes', 'records', 'reports', 'mail', 'outbox', 'deployments', 'dead-letters']
var queueNames = ['episode-events', 'show-updates', 'letters']
var tableNames = ['Catalog', 'Letters']

var restorableDays = 14
var versionDays = 30

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: replication }
  properties: {
    accessTier: 'Hot'
    // The static website has an endpoint of its own and stays public; everything else is read with a role or not at all.
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      defaultAction: closed ? 'Deny' : 'Allow'
      // Event Grid is a trusted service when it delivers with its system-assigned identity.
      bypass: 'AzureServices'
      virtualNetworkRules: closed ? [{ id: subnetId, action: 'Allow' }] : []
      ipRules: [for address in (closed ? allowedAddresses : []): { value: address, action: 'Allow' }]
    }
  }
}

// This version is the first with staticWebsite: before, it took a call to the account itself.
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    // Permanent deletion is for the engine, which forgets former versions of pages and letters every night. Of our roles only the functions' own has it.
    deleteRetentionPolicy: { enabled: true, days: restorableDays, allowPermanentDelete: true }
    containerDeleteRetentionPolicy: { enabled: true, days: restorableDays }
    // Of the whole account, for the uploads' sake: what it means for cost and privacy stands in infra/README.md.
    isVersioningEnabled: true
    staticWebsite: { enabled: true, indexDocument: 'index.html', errorDocument404Path: '404.html' }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = [
  for item in containers: {
    parent: blobs
    name: item
    properties: { publicAccess: 'None' }
  }
]

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' = [
  for item in queueNames: {
    parent: queues
    name: item
  }
]

resource poison 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' = [
  for item in queueNames: {
    parent: queues
    name: '${item}-poison'
  }
]

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = [
  for item in tableNames: {
    parent: tables
    name: item
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  dependsOn: [blobs]
  properties: {
    policy: {
      rules: [
        // MailExpiry deletes raw messages by date; this catches what it would miss if it did not run. mail/keys/ is not among them.
        lifecycleRule(
          'raw-mail',
          ['mail/inbound/'],
          { baseBlob: { delete: { daysAfterModificationGreaterThan: rawDays + 7 } } }
        )
        lifecycleRule('outbox', ['outbox/'], { baseBlob: { delete: { daysAfterModificationGreaterThan: rawDays } } })
        lifecycleRule(
          'dead-letters',
          ['dead-letters/'],
          { baseBlob: { delete: { daysAfterModificationGreaterThan: 90 } } }
        )
        lifecycleRule('reports', ['reports/'], { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 90 } } })
        lifecycleRule(
          'versions-of-uploads',
          ['episodes/', 'records/', 'reports/', 'deployments/'],
          { version: { delete: { daysAfterCreationGreaterThan: versionDays } } }
        )
        // The platform writes when a timer ran last, 288 times a day for Measure alone; nobody restores that.
        lifecycleRule(
          'versions-of-the-platform',
          ['azure-webjobs-hosts/', 'dead-letters/'],
          { version: { delete: { daysAfterCreationGreaterThan: 1 } } }
        )
        // The engine does it every night and for good; this catches what it would miss if it did not run.
        lifecycleRule(
          'versions-of-mail',
          ['mail/', 'outbox/'],
          { version: { delete: { daysAfterCreationGreaterThan: 1 } } }
        )
      ]
    }
  }
}

type Rule = resourceInput<'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01'>.properties.policy.rules[*]

func lifecycleRule(name string, prefixes string[], actions Rule.definition.actions) Rule => {
  name: name
  enabled: true
  type: 'Lifecycle'
  definition: { filters: { blobTypes: ['blockBlob'], prefixMatch: prefixes }, actions: actions }
}

output siteUrl string = account.properties.primaryEndpoints.web
