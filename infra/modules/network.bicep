// Where the functions are when they are not to reach storage and the vault from the open internet.
import { Tags } from 'types.bicep'

param name string
param location string
param tags Tags

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
  }
}

resource functions 'Microsoft.Network/virtualNetworks/subnets@2025-05-01' = {
  parent: network
  name: 'functions'
  properties: {
    addressPrefix: '10.20.1.0/24'
    serviceEndpoints: [{ service: 'Microsoft.Storage' }, { service: 'Microsoft.KeyVault' }]
    // Flex Consumption runs in container environments; its subnets take this delegation, and no underscore in their names.
    delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
  }
}

output subnetId string = functions.id
