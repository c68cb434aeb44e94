"""Addresses of hosts, and which of them anybody on the internet can reach."""

import ipaddress
import socket
from urllib.parse import SplitResult

PORTS = {"http": 80, "https": 443}

# Where networks without IPv4 reach it, also what of it is inside (RFC 6052, RFC 8215).
_MAPPED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))


def port_of(parts: SplitResult) -> int:
    """Return the port of an http or https URL."""
    return parts.port or PORTS[parts.scheme]


def addresses_of(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host, the preferred one first. Raises OSError or UnicodeError if it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_outside(address: str) -> bool:
    """Return whether an IP address is one of the internet, and not this machine's own there."""
    return is_public(address) and not is_own(address)


def is_own(address: str) -> bool:
    """Return whether an IP address is this machine's. No packet is sent: the system says from where it would be."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect((address, 9))
            return bool(asking.getsockname()[0] == address)
    except OSError:
        return False  # no network leads there


def is_public(text: str) -> bool:
    """Return whether an IP address is one that the internet knows, and of no network inside."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        address = address.ipv4_mapped or address.sixtofour or address
    if any(address in network for network in _MAPPED):
        return False
    # Older Pythons take some addresses for global that are reserved, and those of sites (RFC 3879).
    site = isinstance(address, ipaddress.IPv6Address) and address.is_site_local
    return address.is_global and not (address.is_multicast or address.is_reserved or site)
