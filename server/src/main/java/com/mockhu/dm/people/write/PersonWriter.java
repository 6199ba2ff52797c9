package com.mockhu.dm.people.write;

import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.AccountListeners;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.UsernameSql;
import com.mockhu.dm.people.name.UsernameRules;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes people, the words they are found by and their followers; one person or a thousand. */
public final class PersonWriter {
  private final Accounts accounts;
  private final AccountListeners listeners;

  public PersonWriter(Accounts accounts, AccountListeners listeners) {
    this.accounts = accounts;
    this.listeners = listeners;
  }

  public static ApiException usernameTaken() {
    return new ApiException(ErrorCode.USERNAME_TAKEN, "This username is taken.");
  }

  /**
   * Creates or updates people with distinct ids; returns the new ones.
   *
   * @throws ApiException {@code username_taken} when another account has one of the names
   */
  public Set<UUID> put(Transaction t, Collection<Person> people) throws SQLException {
    List<Person> sorted = new ArrayList<>(people);
    // In the order of ids, so that two pushes that meet wait for each other instead of deadlocking.
    sorted.sort(Comparator.comparing(Person::id));
    PersonSql.Locked locked = PersonSql.insertOrLock(t, sorted);
    List<Person> created =
        sorted.stream().filter(person -> locked.created().contains(person.id())).toList();
    List<Person> changed = sorted.stream().filter(locked::isChanged).toList();
    PersonSql.update(t, changed);
    claimNames(t, locked, created, changed);
    SearchWordSql.add(t, names(created));
    SearchWordSql.replace(t, names(changed));
    FollowerSql.write(t, people);
    tell(t, locked.created(), ids(changed));
    return locked.created();
  }

  /** Releases the old names of all before it claims new ones, so that people can swap names. */
  private static void claimNames(
      Transaction t, PersonSql.Locked locked, List<Person> created, List<Person> changed)
      throws SQLException {
    List<Person> renamed =
        changed.stream()
            .filter(each -> !each.holding().equals(locked.before().get(each.id()).holding()))
            .toList();
    UsernameSql.release(
        t, renamed.stream().map(each -> locked.before().get(each.id()).holding()).toList());
    List<UsernameSql.Holding> wanted = new ArrayList<>();
    created.forEach(each -> wanted.add(each.holding()));
    renamed.forEach(each -> wanted.add(each.holding()));
    if (!UsernameSql.claim(t, wanted)) {
      throw usernameTaken();
    }
  }

  /** Call when the person's row has the new name or picture already. */
  public void changed(Transaction t, Account now) throws SQLException {
    SearchWordSql.replace(
        t,
        List.of(
            new SearchWordSql.Names(now.id(), UsernameRules.key(now.username()), now.fullName())));
    tell(t, Set.of(), Set.of(now.id()));
  }

  private static List<SearchWordSql.Names> names(List<Person> people) {
    return people.stream().map(SearchWordSql.Names::of).toList();
  }

  private static Set<UUID> ids(List<Person> people) {
    return people.stream().map(Person::id).collect(Collectors.toSet());
  }

  private void tell(Transaction t, Set<UUID> created, Set<UUID> updated) throws SQLException {
    if (!created.isEmpty()) {
      listeners.created(t, created);
    }
    // Before all listeners: what they do after the commit must find the new state.
    t.afterCommit(() -> updated.forEach(accounts::changed));
    if (!updated.isEmpty()) {
      listeners.profilesChanged(t, updated);
    }
  }
}
