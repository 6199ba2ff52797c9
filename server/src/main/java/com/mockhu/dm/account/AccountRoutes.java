package com.mockhu.dm.account;

import com.mockhu.dm.platform.http.Routes;

/** Every route of this feature. */
final class AccountRoutes {
  private final AuthEndpoints auth;
  private final ProfileEndpoints profile;
  private final PeopleEndpoints people;
  private final DirectoryEndpoints directory;
  private final AdminEndpoints admin;
  private final PasswordEndpoints passwords;

  AccountRoutes(
      AuthEndpoints auth,
      ProfileEndpoints profile,
      PeopleEndpoints people,
      DirectoryEndpoints directory,
      AdminEndpoints admin,
      PasswordEndpoints passwords) {
    this.auth = auth;
    this.profile = profile;
    this.people = people;
    this.directory = directory;
    this.admin = admin;
    this.passwords = passwords;
  }

  void addTo(Routes routes) {
    auth.addTo(routes);
    profile.addTo(routes);
    people.addTo(routes);
    directory.addTo(routes);
    admin.addTo(routes);
    passwords.addTo(routes);
  }
}
