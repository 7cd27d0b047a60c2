"""Connect to the platform, and look at the organizations."""

from cosmotech_client.connection import get_api_client
from cosmotech_client.exceptions import ApiException

# The environment says where the platform is and how to sign in: CSM_API_URL and CSM_API_KEY here.
api_client, connection_type = get_api_client()
print(f"connected by: {connection_type}")

try:
    for organization in api_client.organization.find_all_organizations():
        print(f"{organization.id}: {organization.name}")
except ApiException as error:
    print(f"the platform answered {error.status}: {error.reason}")
finally:
    # Always close the client; `with api_client:` does the same.
    api_client.close()
