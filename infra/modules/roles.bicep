// Who may do what, each on the narrowest thing that works: by task, so that whoever uploads reads no letter and no secret. docs/deployment.md says it as a table.
param storageName string
param vaultName string
param insightsName string
param identityName string
param publisherId string
param publisherType string
param operatorId string
param operatorType string

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var blobDataReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var secretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource episodes 'containers' existing = { name: 'episodes' }
    resource reports 'containers' existing = { name: 'reports' }
  }
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// The host takes leases on blobs in containers that it makes itself: Owner of blobs, and of nothing else, is what it asks for.
resource appBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage
  name: guid(storage.id, identity.id, blobDataOwner)
  properties: assignment(blobDataOwner, identity.properties.principalId, 'ServicePrincipal')
}

resource appQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage
  name: guid(storage.id, identity.id, queueDataContributor)
  properties: assignment(queueDataContributor, identity.properties.principalId, 'ServicePrincipal')
}

resource appTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage
  name: guid(storage.id, identity.id, tableDataContributor)
  properties: assignment(tableDataContributor, identity.properties.principalId, 'ServicePrincipal')
}

resource appSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identity.id, secretsUser)
  properties: assignment(secretsUser, identity.properties.principalId, 'ServicePrincipal')
}

resource appTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, identity.id, metricsPublisher)
  properties: assignment(metricsPublisher, identity.properties.principalId, 'ServicePrincipal')
}

resource publisherUploads 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (publisherId != '') {
  scope: storage::blobs::episodes
  name: guid(storage::blobs::episodes.id, publisherId, blobDataContributor)
  properties: assignment(blobDataContributor, publisherId, publisherType)
}

resource publisherReports 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (publisherId != '') {
  scope: storage::blobs::reports
  name: guid(storage::blobs::reports.id, publisherId, blobDataReader)
  properties: assignment(blobDataReader, publisherId, publisherType)
}

// What the command line does: status, doctor, redrive, reconcile and letters read and write blobs, queues and tables.
resource operatorData 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [blobDataContributor, queueDataContributor, tableDataContributor]: if (operatorId != '') {
    scope: storage
    name: guid(storage.id, operatorId, role)
    properties: assignment(role, operatorId, operatorType)
  }
]

// Operators put the keys of the mail provider in and read the address of the webhook. Whoever reads mail-secret could forge links in mail, and reads the letters anyway.
resource operatorSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (operatorId != '') {
  scope: vault
  name: guid(vault.id, operatorId, secretsOfficer)
  properties: assignment(secretsOfficer, operatorId, operatorType)
}

type Assignment = resourceInput<'Microsoft.Authorization/roleAssignments@2022-04-01'>.properties

func assignment(role string, principal string, type string) Assignment => {
  roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  principalId: principal
  principalType: type
}
