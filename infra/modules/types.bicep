@export()
@description('Tags on a resource.')
type Tags = {
  *: string
}

@export()
@description('The settings of the engine\'s mail half that are no secrets.')
type MailSettings = {
  domain: string
  signatureKey: string
  sendGridUrl: string
  lettersPerHour: int
  showLettersPerHour: int
  rawDays: int
  letterDays: int
}
