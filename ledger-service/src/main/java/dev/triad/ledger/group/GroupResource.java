package dev.triad.ledger.group;

import dev.triad.access.Needs;
import dev.triad.access.Role;
import dev.triad.ledger.posting.Group;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The groups that have been declared. */
@Path("/api/v1/groups")
@Tag(name = "Groups")
public class GroupResource {
    /** A unit of a group. */
    public record UnitView(String unit, String name, List<String> storefrontFor) {}

    /** A group. */
    public record GroupView(String group, String name, String asset, String transferPrice, List<UnitView> units) {}

    /** All groups. */
    public record GroupsView(List<GroupView> groups) {}

    private final Groups groups;

    GroupResource(Groups groups) {
        this.groups = groups;
    }

    @GET
    @Needs(Role.READER)
    @Operation(operationId = "groups", summary = "All groups")
    public GroupsView groups() {
        return new GroupsView(groups.all().stream().map(GroupResource::view).toList());
    }

    @GET
    @Needs(Role.READER)
    @Path("/{group}")
    @Operation(operationId = "group", summary = "One group with its units")
    public GroupView group(@PathParam("group") @Parameter(example = "amazon") String group) {
        return view(groups.known(group).group());
    }

    private static GroupView view(Group group) {
        return new GroupView(
                group.name(),
                group.title(),
                group.asset().toString(),
                group.transferPrice().code(),
                group.units().values().stream()
                        .map(unit -> new UnitView(unit.unit(), unit.name(), unit.storefrontFor()))
                        .toList());
    }
}
