package com.mockhu.dm.group;

import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.GroupRoutes;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.Snapshot;
import com.mockhu.dm.feed.replay.SyncSection;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.group.api.GroupCharges;
import com.mockhu.dm.group.api.GroupEndpoints;
import com.mockhu.dm.group.api.HostEndpoints;
import com.mockhu.dm.group.api.MemberEndpoints;
import com.mockhu.dm.group.api.MemberListEndpoint;
import com.mockhu.dm.group.api.ModerationEndpoints;
import com.mockhu.dm.group.change.AddFacts;
import com.mockhu.dm.group.change.AddPeople;
import com.mockhu.dm.group.change.ChangeRoles;
import com.mockhu.dm.group.change.CreateGroup;
import com.mockhu.dm.group.change.EditGroup;
import com.mockhu.dm.group.change.GroupCleaning;
import com.mockhu.dm.group.change.GroupLimits;
import com.mockhu.dm.group.change.GroupPicture;
import com.mockhu.dm.group.change.Groups;
import com.mockhu.dm.group.change.HostGroups;
import com.mockhu.dm.group.change.LeaveGroup;
import com.mockhu.dm.group.change.Moderation;
import com.mockhu.dm.group.change.WriteChange;
import com.mockhu.dm.group.erase.EraseGroups;
import com.mockhu.dm.group.invite.InvitationEndpoints;
import com.mockhu.dm.group.invite.InvitationEvents;
import com.mockhu.dm.group.invite.Invitations;
import com.mockhu.dm.group.link.InviteLinks;
import com.mockhu.dm.group.link.LinkEndpoints;
import com.mockhu.dm.group.rule.GroupText;
import com.mockhu.dm.group.rule.LinkRule;
import com.mockhu.dm.group.store.InvitationSql;
import com.mockhu.dm.message.MessageFeature;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.profile.AvatarPictures;
import com.mockhu.dm.platform.contribution.Contribution;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.RouteSource;
import com.mockhu.dm.platform.limit.FixedLimit;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.privacy.PrivacyFeature;
import java.time.Clock;
import java.util.List;

/** Builds groups. */
public final class GroupFeature implements AutoCloseable {
  public static final List<Limit> LIMITS =
      List.of(
          GroupCharges.GROUPS_PER_DAY,
          GroupCharges.ADDS_PER_DAY,
          GroupCharges.CHANGES_PER_MINUTE,
          LinkEndpoints.LOOKUPS_PER_MINUTE,
          new FixedLimit("members_page", MemberListEndpoint.LARGEST_PAGE),
          new FixedLimit("group_name", GroupText.LONGEST_NAME),
          new FixedLimit("group_description", GroupText.LONGEST_DESCRIPTION),
          new FixedLimit("groups_per_person", GroupLimits.GROUPS_PER_PERSON),
          new FixedLimit("invite_links_per_group", LinkRule.MOST_LIVE),
          new FixedLimit("invitation_days", InvitationSql.LIFETIME.toDays()));

  private final GroupEndpoints endpoints;
  private final MemberEndpoints members;
  private final ModerationEndpoints moderation;
  private final InvitationEndpoints invitations;
  private final LinkEndpoints links;
  private final MemberListEndpoint list;
  private final HostEndpoints host;
  private final GroupCleaning cleaning;
  private final EraseGroups erasing;
  private final InvitationEvents events;

  /** What every feature gets. */
  public record Tools(Database database, RateLimits limits, Clock clock) {}

  /** The features below that groups are made of. */
  public record Parts(
      PeopleFeature people,
      FeedFeature feed,
      PrivacyFeature privacy,
      ConversationFeature conversation,
      MessageFeature message,
      Uploads uploads) {}

  public GroupFeature(Tools tools, Parts parts, GroupPicture pictures, GroupSettings settings) {
    Database database = tools.database;
    Accounts accounts = parts.people.accounts();
    Conversations conversations = parts.conversation.conversations();
    GroupLimits limits = new GroupLimits(settings.members());
    erasing = new EraseGroups(database, conversations, parts.message.removing(), parts.uploads);
    WriteChange writing =
        new WriteChange(parts.feed.feed(), parts.message.systemMessages(), erasing::wake);
    Groups groups = new Groups(database, conversations, writing, tools.clock);
    AddFacts facts = new AddFacts(accounts, conversations, parts.privacy.blocks());
    AddPeople adding = new AddPeople(groups, facts, limits);
    LeaveGroup leaving = new LeaveGroup(database, groups);
    GroupCharges charges = new GroupCharges(tools.limits);
    endpoints =
        new GroupEndpoints(
            database,
            parts.conversation,
            new CreateGroup(database, conversations, groups, adding),
            new EditGroup(groups, pictures),
            leaving,
            charges);
    members =
        new MemberEndpoints(
            database, parts.conversation, adding, leaving, new ChangeRoles(groups), charges);
    moderation =
        new ModerationEndpoints(
            new Moderation(database, conversations, groups, tools.clock), accounts);
    list = new MemberListEndpoint(database, conversations, accounts);
    host = new HostEndpoints(new HostGroups(database, conversations, groups, limits, accounts));
    cleaning = new GroupCleaning(conversations, groups, erasing::wake);
    Invitations waiting = new Invitations(groups, limits, accounts, tools.clock);
    invitations = new InvitationEndpoints(database, waiting, parts.conversation);
    events = new InvitationEvents(waiting);
    links = links(tools, parts, settings, groups, limits);
  }

  private static LinkEndpoints links(
      Tools tools, Parts parts, GroupSettings settings, Groups groups, GroupLimits limits) {
    return new LinkEndpoints(
        tools.database,
        new InviteLinks(
            tools.database, parts.conversation.conversations(), groups, limits, tools.clock),
        parts.people.accounts(),
        parts.conversation,
        tools.limits,
        settings.publicUrl());
  }

  @Override
  public void close() {
    erasing.close();
  }

  /** For the routes that groups share with direct conversations. */
  public GroupRoutes routes() {
    return endpoints;
  }

  public Contribution contribution(AvatarPictures pictures) {
    RouteLimit changing = new RouteLimit.Own(GroupCharges.CHANGES_PER_MINUTE);
    return new Contribution()
        .add(RouteSource.class, routes -> endpoints.addTo(routes, pictures))
        .add(RouteSource.class, members::addTo)
        .add(RouteSource.class, list::addTo)
        .add(RouteSource.class, host::addTo)
        .add(AccountListener.class, cleaning)
        .add(RouteSource.class, moderation::addTo)
        .add(RouteSource.class, invitations::addTo)
        .add(RouteSource.class, routes -> links.addTo(routes, changing))
        .add(EventSource.class, events)
        .add(SyncSection.class, InvitationEvents.SECTION)
        .add(Snapshot.class, events);
  }
}
