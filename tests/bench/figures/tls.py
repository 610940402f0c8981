"""A TLS front for a plain local server, so that every client can be measured with TLS: stunnel, not counted."""

import contextlib
import pathlib
import socket
import subprocess
import time
import urllib.parse


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_certificate(folder):
    key, certificate = pathlib.Path(folder, "key.pem"), pathlib.Path(folder, "certificate.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate],
                   check=True, capture_output=True)
    return key, certificate


def wait_for(port):
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise TimeoutError("stunnel does not answer")


@contextlib.contextmanager
def tls_front(url, folder):
    """Gives the environment with which clients come through TLS to `url`."""
    key, certificate = make_certificate(folder)
    port = free_port()
    settings = pathlib.Path(folder, "stunnel.conf")
    settings.write_text(f"foreground = yes\npid =\n[s3]\naccept = 127.0.0.1:{port}\n"
                        f"connect = {urllib.parse.urlparse(url).netloc}\ncert = {certificate}\nkey = {key}\n")
    front = subprocess.Popen(["stunnel", settings], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield {"AWS_ENDPOINT_URL": f"https://127.0.0.1:{port}", "AWS_CA_BUNDLE": str(certificate),
               "RCLONE_CA_CERT": str(certificate)}
    finally:
        front.terminate()
        front.wait()
