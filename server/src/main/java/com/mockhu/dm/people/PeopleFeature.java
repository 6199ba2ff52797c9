package com.mockhu.dm.people;

import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.AccountListeners;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.DeleteAccount;
import com.mockhu.dm.people.account.DisableAccount;
import com.mockhu.dm.people.directory.AdminEndpoints;
import com.mockhu.dm.people.directory.Directory;
import com.mockhu.dm.people.directory.DirectoryEndpoints;
import com.mockhu.dm.people.name.FullNameRules;
import com.mockhu.dm.people.name.NameSettings;
import com.mockhu.dm.people.name.UsernameRules;
import com.mockhu.dm.people.profile.AvatarPictures;
import com.mockhu.dm.people.profile.Follows;
import com.mockhu.dm.people.profile.PeopleEndpoints;
import com.mockhu.dm.people.profile.PresenceView;
import com.mockhu.dm.people.profile.ProfileEndpoints;
import com.mockhu.dm.people.profile.Profiles;
import com.mockhu.dm.people.search.PeopleSearch;
import com.mockhu.dm.people.search.Visibility;
import com.mockhu.dm.people.write.PersonWriter;
import com.mockhu.dm.platform.contribution.Contribution;
import com.mockhu.dm.platform.contribution.Contributions;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.Reason;
import com.mockhu.dm.platform.http.RouteSource;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.time.Clock;
import java.util.List;

/** Builds people: profiles, follows, search and the directory. */
public final class PeopleFeature {
  public static final List<Limit> LIMITS = List.of(ProfileEndpoints.PROFILE_CHANGES_PER_MINUTE);

  public static final List<Reason> REASONS =
      List.of(
          Accounts.YOURSELF,
          UsernameRules.USERNAME_INVALID,
          UsernameRules.USERNAME_CHARACTERS,
          FullNameRules.FULL_NAME_INVALID,
          ProfileEndpoints.PROFILE_ELSEWHERE);

  private final Database database;
  private final NameSettings names;
  private final RateLimits limits;
  private final Clock clock;
  private final AccountListeners listeners = new AccountListeners();
  private final Accounts accounts;
  private final Follows follows;
  private final PersonWriter writer;

  public PeopleFeature(Database database, NameSettings names, RateLimits limits, Clock clock) {
    this.database = database;
    this.names = names;
    this.limits = limits;
    this.clock = clock;
    this.accounts = new Accounts(database, System::nanoTime);
    this.follows = new Follows(database, accounts);
    this.writer = new PersonWriter(accounts, listeners);
  }

  public Accounts accounts() {
    return accounts;
  }

  public Follows follows() {
    return follows;
  }

  /** For signing people up. */
  public PersonWriter writer() {
    return writer;
  }

  /**
   * @param visibility who is hidden from whom
   * @param presence as strangers may see it
   */
  public Contribution contribution(
      Visibility visibility, PresenceView presence, AvatarPictures pictures) {
    return new Contribution()
        .add(RouteSource.class, profiles(pictures)::addTo)
        .add(
            RouteSource.class,
            new PeopleEndpoints(
                    accounts, new PeopleSearch(database, accounts, visibility), follows, presence)
                ::addTo)
        .add(
            RouteSource.class,
            new DirectoryEndpoints(
                    new Directory(database, writer, names.usernames()),
                    new DeleteAccount(database, accounts, listeners),
                    follows,
                    accounts)
                ::addTo)
        .add(
            RouteSource.class,
            new AdminEndpoints(database, new DisableAccount(database, accounts, listeners, clock))
                ::addTo);
  }

  public void connect(Contributions all) {
    listeners.add(all.take(AccountListener.class));
  }

  private ProfileEndpoints profiles(AvatarPictures pictures) {
    return new ProfileEndpoints(
        accounts,
        new Profiles(database, accounts, writer, listeners),
        pictures,
        names.profiles(),
        limits);
  }
}
