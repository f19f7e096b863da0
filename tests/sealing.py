"""The key with which tests seal."""

import base64

from schemas.settings import read_settings
from schemas.vault import Vault

KEK = bytes(range(131, 163))
ENVIRONMENT = {"SPOORZOEKER_KEK": base64.b64encode(KEK).decode()}
SETTINGS = read_settings(ENVIRONMENT)
VAULT = Vault(KEK)
