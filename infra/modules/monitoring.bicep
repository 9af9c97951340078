// Logs, metrics and traces in one workspace; nobody writes to it with a key alone.
import { Tags } from 'types.bicep'

param workspaceName string
param insightsName string
param location string
param tags Tags
param logDays int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
    // A loop that logs must not become a bill: a busy station writes a tenth of it.
    workspaceCapping: { dailyQuotaGb: 1 }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
    IngestionMode: 'LogAnalytics'
  }
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'soundoff')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Soundoff'
    category: 'workbook'
    sourceId: workspace.id
    serializedData: loadTextContent('../workbook.json')
  }
}

output workspaceId string = workspace.id
output connectionString string = insights.properties.ConnectionString
