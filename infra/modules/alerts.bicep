// What an operator must know. Each query is a file of its own, which the tests parse; docs/deployment.md says where to look first.
import { Tags } from 'types.bicep'

param actionGroupName string
param prefix string
param location string
param tags Tags
param operators string[]
param workspaceId string
param topicId string

resource actions 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'soundoff'
    enabled: true
    emailReceivers: [
      for (address, index) in operators: {
        name: 'operator-${index + 1}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

var rules = [
  {
    name: 'poison-queues'
    description: 'Messages failed five times and wait in a poison queue.'
    query: loadTextContent('../queries/poison-queues.kql')
    severity: 1
    every: 'PT15M'
    over: 'PT30M'
    splitBy: ['Queue']
  }
  {
    name: 'failed-functions'
    description: 'Functions end with an exception.'
    query: loadTextContent('../queries/failed-functions.kql')
    severity: 2
    every: 'PT15M'
    over: 'PT30M'
    splitBy: ['Function']
  }
  {
    name: 'old-work'
    description: 'A show has waited longer than 15 minutes for its pages.'
    query: loadTextContent('../queries/old-work.kql')
    severity: 2
    every: 'PT15M'
    over: 'PT30M'
    splitBy: ['Show']
  }
  {
    name: 'mail-endpoint-failing'
    description: 'The mail endpoint answers with 5xx: the provider holds letters back and tries again.'
    query: loadTextContent('../queries/mail-endpoint-failing.kql')
    severity: 1
    every: 'PT15M'
    over: 'PT30M'
    splitBy: []
  }
  {
    name: 'nothing-runs'
    description: 'The nightly comparison has not run: perhaps nothing does.'
    query: loadTextContent('../queries/nothing-runs.kql')
    severity: 1
    every: 'PT6H'
    over: 'P2D'
    splitBy: []
  }
]

// A rule fires for every row of its query's result: what counts is decided in the query, where the tests can see it.
resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: '${prefix}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'Soundoff: ${rule.name}'
      description: rule.description
      enabled: true
      severity: rule.severity
      scopes: [workspaceId]
      evaluationFrequency: rule.every
      windowSize: rule.over
      // The tables do not exist before the first telemetry has come.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            dimensions: [for column in rule.splitBy: { name: column, operator: 'Include', values: ['*'] }]
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [actions.id] }
    }
  }
]

// Event Grid counts these itself, also when no function runs.
resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'Events could not be delivered to the queue and were put into the container dead-letters.'
    enabled: true
    severity: 2
    scopes: [topicId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'dead-letters'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [{ actionGroupId: actions.id }]
  }
}

output actionGroupId string = actions.id
