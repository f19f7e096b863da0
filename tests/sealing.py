"""The key with which tests seal."""

import base64

from schemas.settings import read_settings
from schemas.vault import Vault

KEK = bytes(range(131, 163))
SETTINGS = read_settings({"SPOORZOEKER_KEK": base64.b64encode(KEK).decode()})
VAULT = Vault(KEK)
