// Front Door before the static website: a host name of one's own with HTTPS, caches near the listeners, and the headers that storage cannot send.
import { Tags } from 'types.bicep'

param name string
param tags Tags
param premium bool
param privateLink bool
param storageName string
param location string
param domain string

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

var origin = replace(replace(storage.properties.primaryEndpoints.web, 'https://', ''), '/', '')

resource profile 'Microsoft.Cdn/profiles@2025-04-15' = {
  name: name
  location: 'global'
  tags: tags
  sku: { name: premium ? 'Premium_AzureFrontDoor' : 'Standard_AzureFrontDoor' }
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2025-04-15' = {
  parent: profile
  name: take(name, 46)
  location: 'global'
  tags: tags
  properties: { enabledState: 'Enabled' }
}

resource origins 'Microsoft.Cdn/profiles/originGroups@2025-04-15' = {
  parent: profile
  name: 'site'
  properties: {
    loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3, additionalLatencyInMilliseconds: 50 }
  }
}

resource website 'Microsoft.Cdn/profiles/originGroups/origins@2025-04-15' = {
  parent: origins
  name: 'storage'
  properties: {
    hostName: origin
    originHostHeader: origin
    httpsPort: 443
    enforceCertificateNameCheck: true
    sharedPrivateLinkResource: privateLink
      ? {
          groupId: 'web'
          privateLink: { id: storage.id }
          privateLinkLocation: location
          requestMessage: 'Soundoff: Front Door reads the site'
        }
      : null
  }
}

resource headers 'Microsoft.Cdn/profiles/ruleSets@2025-04-15' = {
  parent: profile
  name: 'headers'
}

resource security 'Microsoft.Cdn/profiles/ruleSets/rules@2025-04-15' = {
  parent: headers
  name: 'security'
  properties: {
    order: 1
    matchProcessingBehavior: 'Continue'
    // The pages' own policy is in the page; who may frame it can only be said in a header. HTTPS is asked for on this name alone: what else the domain has is not ours.
    actions: [
      responseHeader('Strict-Transport-Security', 'max-age=31536000')
      responseHeader('X-Content-Type-Options', 'nosniff')
      responseHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
      responseHeader('Content-Security-Policy', 'frame-ancestors \'self\'')
      responseHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
    ]
  }
}

// An episode's player is made for frames of other sites.
resource framing 'Microsoft.Cdn/profiles/ruleSets/rules@2025-04-15' = {
  parent: headers
  name: 'framing'
  dependsOn: [security]
  properties: {
    order: 2
    matchProcessingBehavior: 'Continue'
    conditions: [
      {
        name: 'UrlPath'
        parameters: {
          typeName: 'DeliveryRuleUrlPathMatchConditionParameters'
          operator: 'EndsWith'
          matchValues: ['/embed/']
        }
      }
    ]
    actions: [
      responseHeader('Content-Security-Policy', 'frame-ancestors *')
    ]
  }
}

// Players in the browser read transcripts, chapters and feeds from other sites.
resource sharing 'Microsoft.Cdn/profiles/ruleSets/rules@2025-04-15' = {
  parent: headers
  name: 'sharing'
  dependsOn: [framing]
  properties: {
    order: 3
    matchProcessingBehavior: 'Continue'
    conditions: [
      {
        name: 'UrlFileExtension'
        parameters: {
          typeName: 'DeliveryRuleUrlFileExtensionMatchConditionParameters'
          operator: 'Equal'
          matchValues: ['vtt', 'srt', 'json', 'xml']
          transforms: ['Lowercase']
        }
      }
    ]
    actions: [
      responseHeader('Access-Control-Allow-Origin', '*')
      responseHeader('Access-Control-Expose-Headers', 'ETag, Content-Length')
    ]
  }
}

resource ownDomain 'Microsoft.Cdn/profiles/customDomains@2025-04-15' = if (domain != '') {
  parent: profile
  name: replace(domain == '' ? 'none' : domain, '.', '-')
  properties: {
    hostName: domain
    tlsSettings: { certificateType: 'ManagedCertificate', minimumTlsVersion: 'TLS12' }
  }
}

resource route 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-04-15' = {
  parent: endpoint
  name: 'site'
  dependsOn: [website, sharing]
  properties: {
    originGroup: { id: origins.id }
    customDomains: domain == '' ? [] : [{ id: ownDomain.id }]
    ruleSets: [{ id: headers.id }]
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Enabled'
    patternsToMatch: ['/*']
    // How long is said by each blob's Cache-Control; recordings are compressed already.
    cacheConfiguration: {
      queryStringCachingBehavior: 'IgnoreQueryString'
      compressionSettings: {
        isCompressionEnabled: true
        contentTypesToCompress: [
          'text/html'
          'text/css'
          'text/javascript'
          'text/vtt'
          'application/json'
          'application/xml'
          'application/rss+xml'
          'application/atom+xml'
          'application/feed+json'
          'image/svg+xml'
        ]
      }
    }
  }
}

type Action = resourceInput<'Microsoft.Cdn/profiles/ruleSets/rules@2025-04-15'>.properties.actions[*]

func responseHeader(header string, content string) Action => {
  name: 'ModifyResponseHeader'
  parameters: {
    typeName: 'DeliveryRuleHeaderActionParameters'
    headerAction: 'Overwrite'
    headerName: header
    value: content
  }
}

output name string = profile.name
output hostName string = endpoint.properties.hostName
output url string = domain == '' ? 'https://${endpoint.properties.hostName}/' : 'https://${domain}/'
