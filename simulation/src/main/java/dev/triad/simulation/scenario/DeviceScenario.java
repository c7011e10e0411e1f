package dev.triad.simulation.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device unit.
 *
 * @param unit its name in {@code ce_source}
 * @param name what people call it
 * @param storefrontFor the units that sell through its devices; none when nobody does
 * @param devicesPerDay the mean number of own devices sold a day
 * @param products its own devices
 * @param thirdParty other makers' devices that speak with its voice
 * @param voice what is spoken, and what is ordered by voice
 * @param digital skills and other virtual goods
 * @param dailyShape how its trade spreads over the day
 * @param cloudUse what it uses of the group's cloud besides voice
 * @param operatingCosts what it costs to run
 */
public record DeviceScenario(
        String unit,
        String name,
        List<String> storefrontFor,
        Calibrated devicesPerDay,
        List<Product> products,
        List<ThirdParty> thirdParty,
        Voice voice,
        List<DigitalGood> digital,
        DailyShape dailyShape,
        List<CloudUse> cloudUse,
        List<OperatingCost> operatingCosts) {
    public DeviceScenario {
        Check.name("unit", unit);
        Check.text("name", name);
        storefrontFor = Check.list("storefrontFor", storefrontFor, 0);
        Check.notNegative("devicesPerDay", devicesPerDay);
        products = Check.list("products", products, 1);
        thirdParty = Check.list("thirdParty", thirdParty, 0);
        Check.present("voice", voice);
        digital = Check.list("digital", digital, 0);
        Check.present("dailyShape", dailyShape);
        cloudUse = Check.list("cloudUse", cloudUse, 0);
        operatingCosts = Check.list("operatingCosts", operatingCosts, 0);
    }

    /**
     * A device of its own.
     *
     * @param product its name, also its sku
     * @param title what people read
     * @param price the list price
     * @param promotionPrice the price in a promotion; absent when there are none
     * @param promotionShare the share of devices that are sold in promotions
     * @param cost what one costs to make
     * @param popularity its share of sales relative to the others'
     * @param installedBase how many are in use at the start
     */
    public record Product(
            String product,
            String title,
            Calibrated price,
            @Nullable Calibrated promotionPrice,
            Calibrated promotionShare,
            Calibrated cost,
            Calibrated popularity,
            Calibrated installedBase) {
        public Product {
            Check.name("product", product);
            Check.text("title", title);
            Check.positive("price", price);
            if (promotionPrice != null) {
                Check.positive("promotionPrice", promotionPrice);
            }
            Check.share("promotionShare", promotionShare);
            Check.notNegative("cost", cost);
            Check.notNegative("popularity", popularity);
            Check.notNegative("installedBase", installedBase);
        }
    }

    /**
     * Other makers' devices: they cost the unit nothing to produce.
     *
     * @param product their name
     * @param activationsPerDay the mean number taken into use a day
     * @param installedBase how many are in use at the start
     */
    public record ThirdParty(String product, String title, Calibrated activationsPerDay, Calibrated installedBase) {
        public ThirdParty {
            Check.name("product", product);
            Check.text("title", title);
            Check.notNegative("activationsPerDay", activationsPerDay);
            Check.notNegative("installedBase", installedBase);
        }
    }

    /**
     * What is spoken.
     *
     * @param resource the cloud resource that answers
     * @param interactionsPerDeviceDay how often a device is spoken to in a day
     * @param meteringHours how many hours one usage event covers, a divisor of 24
     * @param ordering what is ordered by voice; absent when the devices take no orders
     */
    public record Voice(
            String resource,
            Calibrated interactionsPerDeviceDay,
            Calibrated meteringHours,
            @Nullable Ordering ordering) {
        public Voice {
            Check.name("resource", resource);
            Check.notNegative("interactionsPerDeviceDay", interactionsPerDeviceDay);
            Check.within("meteringHours", meteringHours, "1", "24");
            if (24 % meteringHours.value().intValueExact() != 0) {
                throw new ScenarioException("meteringHours must divide 24");
            }
        }
    }

    /**
     * What is ordered by voice from the group's store.
     *
     * @param buyerShare the share of owners who ever order by voice
     * @param firstOrderDays within how many days a buyer first orders
     * @param repeatShare the share of buyers who order again
     * @param repeatOrdersPerDay how often those order in a day
     * @param attributionWeight the share of a voice order that is attributed to the device
     */
    public record Ordering(
            Calibrated buyerShare,
            Calibrated firstOrderDays,
            Calibrated repeatShare,
            Calibrated repeatOrdersPerDay,
            Calibrated attributionWeight) {
        public Ordering {
            Check.share("buyerShare", buyerShare);
            Check.within("firstOrderDays", firstOrderDays, "1", "3650");
            Check.share("repeatShare", repeatShare);
            Check.notNegative("repeatOrdersPerDay", repeatOrdersPerDay);
            Check.positive("attributionWeight", attributionWeight);
            Check.share("attributionWeight", attributionWeight);
        }

        /** The mean number of orders of one device in a day. */
        public double ordersPerDeviceDay() {
            double first = 1 / firstOrderDays.asDouble();
            double repeated = repeatShare.asDouble() * repeatOrdersPerDay.asDouble();
            return buyerShare.asDouble() * (first + repeated);
        }
    }

    /**
     * A skill or another virtual good.
     *
     * @param sku what it is called
     * @param title what people read
     * @param price what the buyer pays
     * @param share the share of the price that the unit keeps: its revenue
     * @param purchasesPerDeviceDay how often a device's owner buys it in a day
     */
    public record DigitalGood(
            String sku, String title, Calibrated price, Calibrated share, Calibrated purchasesPerDeviceDay) {
        public DigitalGood {
            Check.name("sku", sku);
            Check.text("title", title);
            Check.positive("price", price);
            Check.share("share", share);
            Check.notNegative("purchasesPerDeviceDay", purchasesPerDeviceDay);
        }
    }
}
