// The functions, on Flex Consumption: nothing runs and nothing is paid while nothing happens.
import { Tags, MailSettings, SmtpSettings } from 'types.bicep'

param planName string
param appName string
param location string
param tags Tags
param identityId string
param identityClientId string
param storageName string
param insightsConnection string
param siteUrl string
param settle string
param mail MailSettings
param vaultName string
param sendGrid bool
param smtp SmtpSettings
param maximumInstances int
param subnetId string

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: appName
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: { minTlsVersion: '1.2', scmMinTlsVersion: '1.2', ftpsState: 'Disabled', http20Enabled: true }
    // What other plans take from FUNCTIONS_WORKER_RUNTIME and its like; those settings are refused here.
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}deployments'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: 2048
        // A letter may bring 30 MB.
        triggers: { http: { perInstanceConcurrency: 16 } }
      }
    }
  }

  // No user name and password for publishing.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  // docs/deployment.md lists them; a test holds them against the engine's options.
  resource settings 'config' = {
    name: 'appsettings'
    properties: union(
      {
        AzureWebJobsStorage__accountName: storage.name
        AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
        AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
        AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identityClientId
        APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identityClientId}'
        Site__BaseUrl: siteUrl
        Publishing__Settle: settle
        Mail__Domain: mail.domain
        Mail__ApiUrl: 'https://${app.properties.defaultHostName}/'
        // The front end of the platform alone: the functions' own address does not go through Front Door.
        Mail__Proxies: '1'
        Mail__Secret: secret(vaultName, 'mail-secret')
        Mail__LettersPerHour: string(mail.lettersPerHour)
        Mail__ShowLettersPerHour: string(mail.showLettersPerHour)
        Mail__RawDays: string(mail.rawDays)
        Mail__LetterDays: string(mail.letterDays)
      },
      // One proof of the caller and no other: a key beside signatures would be a second way in.
      mail.signatureKey == ''
        ? { Mail__UrlKey: secret(vaultName, 'mail-url-key') }
        : { Mail__SignatureKey: mail.signatureKey },
      // Put there by whoever has it, with the command line: it passes through no deployment.
      sendGrid ? { Mail__SendGridKey: secret(vaultName, 'sendgrid-key'), Mail__SendGridUrl: mail.sendGridUrl } : {},
      smtp.host == ''
        ? {}
        : {
            Smtp__Host: smtp.host
            Smtp__Port: string(smtp.port)
            Smtp__User: smtp.user
            Smtp__Password: secret(vaultName, 'smtp-password')
          }
    )
  }
}

func secret(vault string, name string) string => '@Microsoft.KeyVault(VaultName=${vault};SecretName=${name})'

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}/'
