package dev.triad.simulation.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.triad.events.Asset;
import dev.triad.events.CostIncurred;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.GroupDeclared;
import dev.triad.events.Source;
import dev.triad.events.TransferPriceMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One group as it is simulated. A group has a cloud or backend, which declares the group and publishes
 * its rates; it may have a store and a device unit. Somebody uses the cloud: one of them, or customers
 * outside.
 *
 * @param group its name in {@code ce_source}
 * @param name what people call it
 * @param asset the currency and scale of its amounts
 * @param transferPrice what its units charge each other
 * @param seed where its chance begins
 * @param history the virtual time that is produced before the simulation goes on live
 */
public record Scenario(
        String group,
        String name,
        Asset asset,
        TransferPrice transferPrice,
        @JsonProperty(required = true) long seed,
        History history,
        @Nullable StoreScenario store,
        CloudScenario cloud,
        @Nullable DeviceScenario device) {
    public Scenario {
        Check.name("group", group);
        Check.text("name", name);
        Check.present("asset", asset);
        Check.present("transferPrice", transferPrice);
        Check.present("history", history);
        Check.present("cloud", cloud);
        if (device != null) {
            requireStorefronts(device, store);
            cloud.resource(device.voice().resource());
            device.cloudUse().forEach(use -> cloud.resource(use.resource()));
        }
        if (store != null) {
            store.cloudUse().forEach(use -> cloud.resource(use.resource()));
        }
        requireUsers(cloud, store, device);
    }

    private static void requireUsers(
            CloudScenario cloud, @Nullable StoreScenario store, @Nullable DeviceScenario device) {
        Set<String> users = new TreeSet<>();
        if (store != null) {
            users.add(store.unit());
        }
        if (device != null) {
            users.add(device.unit());
        }
        if (!cloud.tenantNames().isEmpty()) {
            users.add(CostIncurred.EXTERNAL);
        }
        if (users.isEmpty()) {
            throw new ScenarioException("nobody uses the cloud: there is no store, no device and no cloud.tenants");
        }
        for (ResourceScenario resource : cloud.resources()) {
            for (String user : resource.users()) {
                if (!users.contains(user)) {
                    throw new ScenarioException("cloud.resources: " + resource.resource() + " names " + user
                            + " among its users; it must be one of " + users);
                }
            }
        }
    }

    private static void requireStorefronts(DeviceScenario device, @Nullable StoreScenario store) {
        if (store == null && device.voice().ordering() != null) {
            throw new ScenarioException("device.voice.ordering is given, but the group has no store to order from");
        }
        for (String unit : device.storefrontFor()) {
            if (store == null || !store.unit().equals(unit)) {
                throw new ScenarioException("device.storefrontFor names " + unit + ", which is no unit of the group");
            }
        }
    }

    /**
     * What the group's units charge each other, and on what warrant.
     *
     * @param method which of a rate's prices is charged
     */
    public record TransferPrice(
            TransferPriceMethod method,
            @Nullable String source,
            @Nullable String assumption) {
        public TransferPrice {
            Check.present("method", method);
            Check.oneWarrant(source, assumption);
        }
    }

    /** The source of a unit of this group. */
    public Source source(String unit) {
        return new Source(group, unit);
    }

    /** The units of the group that use the cloud, by name. */
    public List<String> internalTenants() {
        List<String> tenants = new ArrayList<>();
        if (store != null) {
            tenants.add(store.unit());
        }
        if (device != null) {
            tenants.add(device.unit());
        }
        return tenants;
    }

    /** The declaration of the group with all its units. */
    public GroupDeclared declaration() {
        List<DeclaredUnit> units = new ArrayList<>();
        if (store != null) {
            units.add(new DeclaredUnit(store.unit(), store.name(), List.of()));
        }
        units.add(new DeclaredUnit(cloud.unit(), cloud.name(), List.of()));
        if (device != null) {
            units.add(new DeclaredUnit(device.unit(), device.name(), device.storefrontFor()));
        }
        return new GroupDeclared(name, asset, transferPrice.method(), units);
    }
}
