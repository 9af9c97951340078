// Keys that no setting, output or log may show. Apps read them by role; there are no access policies.
import { Tags } from 'types.bicep'

param name string
param location string
param tags Tags
@secure()
param newMailSecret string
@secure()
param newMailUrlKey string
param closed bool
param subnetId string
param allowedAddresses string[]
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 30
    // Links in letters that were sent are signed with what is in here.
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      defaultAction: closed ? 'Deny' : 'Allow'
      bypass: 'AzureServices'
      virtualNetworkRules: closed ? [{ id: subnetId }] : []
      ipRules: [for address in (closed ? allowedAddresses : []): { value: address }]
    }
  }
}

// Made here and not by a hook, since a reference to a secret that is missing would be taken for the secret itself, and strangers can
// guess that. They are made once: a new secret would end all links that were sent.
@onlyIfNotExists()
resource mailSecret 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = {
  parent: vault
  name: 'mail-secret'
  tags: tags
  properties: { value: newMailSecret, contentType: 'Signs links in mail (Mail:Secret)' }
}

@onlyIfNotExists()
resource mailUrlKey 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = {
  parent: vault
  name: 'mail-url-key'
  tags: tags
  properties: { value: newMailUrlKey, contentType: 'Key in the address of the webhooks (Mail:UrlKey)' }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

output url string = vault.properties.vaultUri
