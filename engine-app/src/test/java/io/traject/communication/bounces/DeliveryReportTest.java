package io.traject.communication.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReportTest {

    private static final String ID = "<0190a1b2-0000-7000-8000-000000000001@traject.example>";

    @Test
    void shouldReadTheNoticeOfPostfix() {
        assertThat(DeliveryReport.read(raw(notice(
                        "failed",
                        "5.1.1",
                        "smtp; 550 5.1.1 <a@example.org>: Recipient address\n"
                                + "    rejected: User unknown in virtual mailbox table"))))
                .contains(
                        new DeliveryReport(
                                ID,
                                "550 5.1.1 <a@example.org>: Recipient address rejected: User unknown in virtual mailbox table"));
    }

    @Test
    void shouldReadANoticeThatReturnsTheWholeMail() {
        String whole = notice("failed", "5.2.2", "smtp;552 mailbox full")
                .replace("text/rfc822-headers", "message/rfc822")
                .replace("Subject: Uitnodiging\n", "Subject: Uitnodiging\n\nGeachte heer, mevrouw\n");

        assertThat(DeliveryReport.read(raw(whole))).contains(new DeliveryReport(ID, "5.2.2 552 mailbox full"));
    }

    @Test
    void shouldMakeDoWithoutWordsOfTheServer() {
        assertThat(DeliveryReport.read(raw(notice("failed", "5.0.0", "").replace("Diagnostic-Code: \n", ""))))
                .contains(new DeliveryReport(ID, "5.0.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed 4.4.1", "relayed 2.0.0", "delivered 2.1.5", "failed 4.4.7", "failed nonsense"})
    void shouldTakeNothingElseForAFailure(String actionAndStatus) {
        String[] words = actionAndStatus.split(" ", 2);

        assertThat(DeliveryReport.read(raw(notice(words[0], words[1], "smtp; whatever"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "Content-Type: multipart/report; report-type=delivery-status\n\nno parts",
                "Content-Type: multipart/report; boundary=\"\"\n\n--\n",
                "Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n\n--x--",
                "Content-Type: text/plain\n\nI am on holiday",
                "Content-Type: ;;;\nContent-Transfer-Encoding: bogus\n\n\u0000\u0001"
            })
    void shouldLeaveAloneWhatIsNoNotice(String text) {
        assertThat(DeliveryReport.read(raw(text))).isEmpty();
    }

    @Test
    void shouldLeaveAloneNonsense() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var noise = new byte[random.nextInt(4000)];
            random.nextBytes(noise);
            assertThat(DeliveryReport.read(noise)).isEmpty();
        }
    }

    @Test
    void shouldNotBeDrownedInRecipientsOrWords() {
        String many = notice("failed", "5.1.1", "smtp; " + "x".repeat(100_000));

        assertThat(DeliveryReport.read(raw(many)).orElseThrow().words()).hasSize(500);
        assertThat(DeliveryReport.read(raw(notice("failed", "5.1.1", "smtp; 550 \u0007\u202Edrow")))
                        .orElseThrow()
                        .words())
                .doesNotContain("\u0007", "\u202E");
    }

    static String notice(String action, String status, String diagnostic) {
        return notice(ID, action, status, diagnostic);
    }

    static String notice(String messageId, String action, String status, String diagnostic) {
        return """
                From: MAILER-DAEMON@mx.example (Mail Delivery System)
                To: no-reply@traject.example
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                    boundary="4Xq1"

                --4Xq1
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --4Xq1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example
                Arrival-Date: Sun, 22 Nov 2026 01:00:00 +0100 (CET)

                Final-Recipient: rfc822; a@example.org
                Original-Recipient: rfc822;a@example.org
                Action: %s
                Status: %s
                Remote-MTA: dns; mail.example.org
                Diagnostic-Code: %s

                --4Xq1
                Content-Type: text/rfc822-headers

                From: Gemeente <no-reply@traject.example>
                To: a@example.org
                Message-ID: %s
                Subject: Uitnodiging

                --4Xq1--
                """.formatted(action, status, diagnostic, messageId);
    }

    static byte[] raw(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
