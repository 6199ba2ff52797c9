/**
 * The server says in a sentence of English what is wrong with a field; these are their keys in the catalogue.
 * What is not here is shown in the server's words.
 */
export const reasons = /** @type {Record<string, string>} */ ({
  'User has blocked you': 'reason.blocked_you',
  'You have blocked this user': 'reason.you_blocked',
  'User only accepts messages from followers': 'reason.followers',
  'User does not accept messages': 'reason.none',
  'This account is disabled': 'reason.disabled',

  'attachments must name uploads of yours that were not sent yet; images in an image message.': 'refused.gone',
  'content must have at most 10,000 characters.': 'refused.long',
  'content has characters that no text can have.': 'refused.letters',
  'You cannot have a conversation with yourself.': 'refused.self',
  'username must be 3 to 32 of a-z, 0-9, _ and dot.': 'refused.username',
  'username must be 1 to 64 letters, digits and the signs _ . - @ +': 'refused.username_wide',
  'This username is reserved.': 'refused.reserved',
  'full_name must be 1 to 300 characters, some of them visible, and none of them controls or marks of direction.': 'refused.name',
  'Names and pictures are changed in the host application.': 'refused.profile',
  'password must be 8 to 1000 characters.': 'refused.password',
  'new_password must be 8 to 1000 characters.': 'refused.password',
  'password must be well-formed text.': 'refused.letters',
  'new_password must be well-formed text.': 'refused.letters',
});
