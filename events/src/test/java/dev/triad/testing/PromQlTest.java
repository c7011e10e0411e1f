package dev.triad.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromQlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "up == 0~up",
                "sum by (job, le) (rate(a_bucket{uri!=\".*(b|c).*\", le=\"0.25\"}[5m])) / sum(rate(d[1m] offset 5m))~a_bucket,d",
                "histogram_quantile(0.99, sum by (le) (rate(a_bucket[$__rate_interval])))~a_bucket",
                "min by (lane) (x) > 0 and on(lane) changes(y[5m]) == 0~x,y",
                "60 * sum(rate(a_total{state=\"}\"}[5m])) > 1e3~a_total",
                "a / ignoring(code) group_left() b~a,b"
            })
    void namesTheMetricsAlone(String expression, String metrics) {
        assertThat(PromQl.metrics(expression)).containsExactlyInAnyOrder(metrics.split(","));
    }
}
