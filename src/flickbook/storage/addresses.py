"""IP addresses of hosts, and which of them are public."""

import ipaddress
import socket
from urllib.parse import SplitResult

PORTS = {"http": 80, "https": 443}

# IPv6 prefixes for IPv4 addresses, private ones too (RFC 6052, RFC 8215).
_MAPPED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))


def port_of(parts: SplitResult) -> int:
    """Return the port of an http or https URL."""
    return parts.port or PORTS[parts.scheme]


def addresses_of(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host, the preferred one first. Raises OSError or UnicodeError if it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_outside(address: str) -> bool:
    """Return whether an IP address is public, and belongs to another machine than this."""
    return is_public(address) and not is_own(address)


def is_own(address: str) -> bool:
    """Return whether an IP address is this machine's.

    Connecting a UDP socket sends no packet; it makes the system choose the address that packets would come from.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, 9))
            return bool(probe.getsockname()[0] == address)
    except OSError:
        return False  # no network interface reaches this address


def is_public(text: str) -> bool:
    """Return whether an IP address is public: neither private, reserved, local nor multicast."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        address = address.ipv4_mapped or address.sixtofour or address
    if any(address in network for network in _MAPPED):
        return False
    # `is_global` of older Pythons is true for some reserved and for site-local addresses (RFC 3879).
    site = isinstance(address, ipaddress.IPv6Address) and address.is_site_local
    return address.is_global and not (address.is_multicast or address.is_reserved or site)
