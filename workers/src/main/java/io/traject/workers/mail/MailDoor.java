package io.traject.workers.mail;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Where mail servers of senders may be: their administrators choose hosts, and this process must not become a way into
 * places that only it can reach. Ports for handing in mail, and no addresses of this machine, of its link (a cloud's
 * metadata) or of groups. Private networks are allowed: that is where organisations keep their servers.
 */
final class MailDoor {

    private static final Set<Integer> PORTS = Set.of(25, 465, 587, 2525);
    /** Metadata of clouds that is not link-local: Amazon's by IPv6, Alibaba's. */
    private static final Set<String> METADATA = Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200");

    private final boolean anywhere;

    MailDoor(boolean anywhere) {
        this.anywhere = anywhere;
    }

    /** Why a server is not gone to. */
    static final class Closed extends Exception {

        private static final long serialVersionUID = 1L;

        private final MailServerTrial.Finding finding;

        private Closed(MailServerTrial.Finding finding, String message) {
            super(message);
            this.finding = finding;
        }

        MailServerTrial.Finding finding() {
            return finding;
        }
    }

    /** @throws UnknownHostException when the host has no address */
    void check(MailServer server) throws Closed, UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(server.host());
        if (server.security() == MailSecurity.NONE) {
            for (InetAddress address : addresses) {
                if (!address.isLoopbackAddress()) {
                    throw new Closed(MailServerTrial.Finding.PLAIN, server + " would be spoken to without TLS");
                }
            }
        }
        if (anywhere) {
            return;
        }
        if (!PORTS.contains(server.port())) {
            throw new Closed(MailServerTrial.Finding.PORT, server + " is on a port that is not for mail");
        }
        for (InetAddress address : addresses) {
            if (address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isAnyLocalAddress()
                    || address.isMulticastAddress()
                    || METADATA.contains(address.getHostAddress())) {
                throw new Closed(MailServerTrial.Finding.PLACE, server + " is at an address that is not gone to");
            }
        }
    }
}
