"""Where videos come from and pictures go: local folders, all stores that obstore opens, and web servers.

The only wing that imports obstore and urllib3. A local path is a `file://` URL; `memory://NAME` is a store in this
process's memory.
"""

from flickbook.storage.access import Access as Access
from flickbook.storage.access import access_to as access_to
from flickbook.storage.access import grant as grant
from flickbook.storage.access import without_secrets as without_secrets
from flickbook.storage.addresses import is_outside as is_outside
from flickbook.storage.addresses import port_of as port_of
from flickbook.storage.gone import check_trusted as check_trusted
from flickbook.storage.gone import is_gone as is_gone
from flickbook.storage.lookup import Listed as Listed
from flickbook.storage.lookup import check_direct as check_direct
from flickbook.storage.lookup import check_unchanged as check_unchanged
from flickbook.storage.lookup import delete_source as delete_source
from flickbook.storage.lookup import find_source as find_source
from flickbook.storage.lookup import list_sources as list_sources
from flickbook.storage.lookup import open_source as open_source
from flickbook.storage.serving import CachedObject as CachedObject
from flickbook.storage.serving import Method as Method
from flickbook.storage.serving import ObjectReader as ObjectReader
from flickbook.storage.serving import Served as Served
from flickbook.storage.serving import open_version as open_version
from flickbook.storage.serving import sign_source as sign_source
from flickbook.storage.store import Store as Store
from flickbook.storage.store import make_folder as make_folder
from flickbook.storage.upload import is_free as is_free
from flickbook.storage.upload import is_placed as is_placed
from flickbook.storage.upload import place as place
from flickbook.storage.urls import below as below
from flickbook.storage.urls import check_unsecret as check_unsecret
from flickbook.storage.urls import is_same as is_same
from flickbook.storage.urls import key_below as key_below
from flickbook.storage.urls import key_of as key_of
from flickbook.storage.urls import local_path as local_path
from flickbook.storage.urls import locate as locate
from flickbook.storage.urls import locate_output as locate_output
from flickbook.storage.urls import locate_video as locate_video
from flickbook.storage.urls import shown as shown
from flickbook.storage.urls import split_last as split_last
from flickbook.storage.urls import splits as splits
