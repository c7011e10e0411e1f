package dev.triad.cli.imports.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetailClassTest {
    @ParameterizedTest
    @CsvSource({
        "536365,85123A,6,2.55,SALE",
        "C536379,85123A,-6,2.55,RETURN",
        "C536379,85123A,6,2.55,UNEXPLAINED",
        "C536379,85123A,-6,0,WITHOUT_PRICE",
        "536365,85123A,6,0,WITHOUT_PRICE",
        "536365,85123A,6,-1,UNEXPLAINED",
        "536365,85123A,0,2.55,UNEXPLAINED",
        "536365,85123A,-6,0,STOCK_ADJUSTMENT",
        "C536379,AMAZONFEE,-1,100,MARKETPLACE_FEE",
        "536379,AMAZONFEE,1,100,MARKETPLACE_FEE_REVERSED",
        "C536379,AMAZONFEE,1,100,MARKETPLACE_FEE_REVERSED",
        "536365,POST,1,18,CARRIAGE",
        "C536365,POST,-1,18,CARRIAGE",
        "536365,DOT,1,18,CARRIAGE",
        "536365,C2,1,50,CARRIAGE",
        "C536365,BANK CHARGES,-1,15,BANK_CHARGES",
        "C536365,CRUK,-1,1.60,CHARITY",
        "C536365,D,-1,5,DISCOUNT",
        "536365,M,1,5,MANUAL",
        "536365,m,1,5,MANUAL",
        "C536365,S,-1,5,SAMPLE",
        "536365,B,1,5,BAD_DEBT",
        "A563185,B,1,11062.06,BAD_DEBT",
        "A563185,85123A,1,1,BAD_DEBT",
        "536365,gift_0001_20,1,16.67,GIFT_VOUCHER",
        "536365,PADS,1,0.001,OTHER_CODE",
        "536365,DCGS0003,1,2.51,OTHER_CODE",
    })
    void everyLineIsOneOf(
            String invoice, String stockCode, BigDecimal quantity, BigDecimal price, RetailClass expected) {
        RetailLine line = new RetailLine(invoice, stockCode, quantity, Instant.EPOCH, price, null);

        assertThat(RetailClass.of(line)).isEqualTo(expected);
    }
}
