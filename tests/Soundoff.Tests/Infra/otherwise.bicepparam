// What excludes something in everything.bicepparam.
using 'main.bicep'

param environmentName = 'otherwise'
param location = 'westeurope'
param publisherId = '00000000-0000-0000-0000-00000000000a'
param operatorId = '00000000-0000-0000-0000-00000000000b'
param operatorType = 'Group'
param mailDomain = 'radio.example'
param mailSignatureKey = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE'
param smtpHost = 'smtp.radio.example'
param smtpUser = 'station'
param frontDoor = 'Standard'
