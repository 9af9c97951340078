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

@export()
@description('A server that takes mail by SMTP; its password is in the vault.')
type SmtpSettings = {
  @description('Empty: mail goes another way.')
  host: string
  port: int
  user: string
}
