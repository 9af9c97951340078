// Storage tells of its blobs: the topic, and what it may do. What it delivers where stands in delivery.bicep.
import { Tags } from 'types.bicep'

param name string
param location string
param tags Tags
param storageName string

var queueName = 'episode-events'
var queueDataMessageSender = 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName

  resource queues 'queueServices' existing = {
    name: 'default'

    resource events 'queues' existing = { name: queueName }
  }

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = { name: 'dead-letters' }
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  // System-assigned: to storage behind network rules Event Grid delivers with no other.
  identity: { type: 'SystemAssigned' }
  properties: {
    source: storage.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource delivers 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage::queues::events
  name: guid(storage::queues::events.id, topic.id, queueDataMessageSender)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueDataMessageSender)
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource keepsUndelivered 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage::blobs::deadLetters
  name: guid(storage::blobs::deadLetters.id, topic.id, blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

output topicId string = topic.id
