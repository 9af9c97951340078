// Every option on.
using 'main.bicep'

param environmentName = 'everything'
param location = 'westeurope'
param publisherId = '00000000-0000-0000-0000-00000000000a'
param operatorId = '00000000-0000-0000-0000-00000000000b'
param mailDomain = 'radio.example'
param sendGrid = true
param frontDoor = 'Premium'
param siteDomain = 'www.radio.example'
param virtualNetwork = true
param allowedAddresses = ['192.0.2.7']
param operators = [' night@radio.example ', '']
param monthlyBudget = 20
param tags = { costCentre: 'night' }
