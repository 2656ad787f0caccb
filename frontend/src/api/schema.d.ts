// Written by `npm run api` from the OpenAPI document. Do not edit: change what the API says of itself.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getLandingPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/clip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["actClip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/cut-away": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["actCutAway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/cut-hole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["actCutHole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/fill-hole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["actFillHole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["actMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/move-border": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["actMoveBorder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/snap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["actSnap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["actSplit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analysis/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changesets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listChangesets"];
        put?: never;
        post: operations["applyChangeset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changesets/{changeset_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getChangeset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changesets/{changeset_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["undoChangeset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listClosures"];
        put?: never;
        post: operations["enterClosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/closures/{closure_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getClosure"];
        put?: never;
        post?: never;
        delete: operations["liftClosure"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCollections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["describe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get"];
        put?: never;
        post: operations["createItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection}/items/{feature_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getItem"];
        put: operations["replaceItem"];
        post?: never;
        delete: operations["deleteItem"];
        options?: never;
        head?: never;
        patch: operations["updateItem"];
        trace?: never;
    };
    "/collections/{collection}/items/{feature_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restoreItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection}/items/{feature_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["undoItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection}/items/{feature_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getVersionsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection}/items/{feature_id}/versions/{older}/diff/{newer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDifferenceOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection}/items/{feature_id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getVersionOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/{collection}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/street-art-walls/items/{feature_id}/sightings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSightings"];
        put?: never;
        post: operations["reportSighting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections/urban-design-zones/items/{feature_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getZoneReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getProblemKind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proposals/{proposal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getProposal"];
        put: operations["replaceProposal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proposals/{proposal_id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["applyProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proposals/{proposal_id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["commentOnProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proposals/{proposal_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rejectProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proposals/{proposal_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdrawProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routes/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["evaluateRoute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routes/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["planRouteByLink"];
        put?: never;
        post: operations["planRoute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routes/{route_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRoute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/routes/{route_id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRouteCheck"];
        put?: never;
        post: operations["confirmRoute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSession"];
        put?: never;
        post: operations["logIn"];
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["validate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Act: {
            act: string;
            area_change_m2: number;
            changes: {
                /** @enum {string} */
                action: "create" | "modify" | "delete";
                area_change_m2: number;
                area_change_percent?: number | null;
                area_m2: number;
                collection: string;
                id: string;
                perimeter_m?: number;
                version: number | null;
            }[];
            changeset?: number;
            faults: components["schemas"]["GeometryFault"][];
            features: {
                geometry?: {
                    coordinates: unknown[];
                    type: string;
                };
                id?: string;
                properties?: Record<string, never>;
                /** @enum {string} */
                type?: "Feature";
            }[];
            layer: components["schemas"]["LayerFault"][];
            links?: components["schemas"]["Link"][];
            preview: boolean;
            /** @enum {string} */
            type: "FeatureCollection";
            valid: boolean;
        };
        AmenitiesFeature: {
            geometry: components["schemas"]["Geometry"] | null;
            id: string;
            links?: components["schemas"]["Link"][];
            properties: {
                access_note_en?: string;
                access_note_th?: string;
                accuracy_m?: number;
                age_groups?: string[];
                capacity?: number | null;
                readonly changeset?: number;
                contact?: string;
                coordinate_source?: string;
                /** Format: date-time */
                readonly created_at?: string;
                demonstration?: boolean;
                description_en?: string;
                description_th?: string;
                district_code?: string;
                district_en?: string;
                district_th?: string;
                /** @enum {string} */
                fee?: "yes" | "no" | "unknown";
                name_en?: string;
                name_th?: string;
                opening_hours?: string;
                outcomes?: string[];
                partner?: string | null;
                /** @enum {string} */
                ramp?: "yes" | "no" | "unknown";
                /** @enum {string} */
                seats?: "yes" | "no" | "unknown";
                sensitive?: boolean;
                /** @enum {string} */
                shade?: "yes" | "no" | "unknown";
                source?: string;
                /** @enum {string} */
                status?: "draft" | "published" | "archived" | "deleted";
                /** @enum {string} */
                steps?: "yes" | "no" | "unknown";
                subdistrict_code?: string;
                subdistrict_en?: string;
                subdistrict_th?: string;
                subkind?: string;
                /** @enum {string} */
                takes_school_groups?: "yes" | "no" | "unknown";
                themes?: string[];
                /** @enum {string} */
                toilet?: "yes" | "no" | "unknown";
                /** Format: uuid */
                readonly uid?: string;
                /** Format: date-time */
                readonly updated_at?: string;
                verified?: boolean;
                /** Format: date */
                verified_on?: string | null;
                readonly version?: number;
                visit_minutes?: {
                    [key: string]: number;
                };
                /** @enum {string} */
                water?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wheelchair?: "yes" | "limited" | "no" | "unknown";
            };
            /** @enum {string} */
            type: "Feature";
        };
        AmenitiesFeatures: {
            features: components["schemas"]["AmenitiesFeature"][];
            links: components["schemas"]["Link"][];
            numberMatched: number;
            numberReturned: number;
            /** Format: date-time */
            timeStamp: string;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        AmenitiesNew: {
            geometry: {
                coordinates: components["schemas"]["Position"];
                /** @enum {string} */
                type: "Point";
            };
            id?: string;
            properties: {
                access_note_en?: string;
                access_note_th?: string;
                accuracy_m: number;
                age_groups?: string[];
                capacity?: number | null;
                contact?: string;
                coordinate_source?: string;
                demonstration?: boolean;
                description_en?: string;
                description_th?: string;
                district_code?: string;
                district_en?: string;
                district_th?: string;
                /** @enum {string} */
                fee?: "yes" | "no" | "unknown";
                name_en: string;
                name_th: string;
                opening_hours?: string;
                outcomes?: string[];
                partner?: string | null;
                /** @enum {string} */
                ramp?: "yes" | "no" | "unknown";
                /** @enum {string} */
                seats?: "yes" | "no" | "unknown";
                sensitive?: boolean;
                /** @enum {string} */
                shade?: "yes" | "no" | "unknown";
                source?: string;
                /** @enum {string} */
                status?: "draft" | "published" | "archived" | "deleted";
                /** @enum {string} */
                steps?: "yes" | "no" | "unknown";
                subdistrict_code?: string;
                subdistrict_en?: string;
                subdistrict_th?: string;
                subkind: string;
                /** @enum {string} */
                takes_school_groups?: "yes" | "no" | "unknown";
                themes?: string[];
                /** @enum {string} */
                toilet?: "yes" | "no" | "unknown";
                verified?: boolean;
                /** Format: date */
                verified_on?: string | null;
                visit_minutes?: {
                    [key: string]: number;
                };
                /** @enum {string} */
                water?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wheelchair?: "yes" | "limited" | "no" | "unknown";
            };
            /** @enum {string} */
            type: "Feature";
        };
        AmenitiesPatch: {
            geometry?: {
                coordinates: components["schemas"]["Position"];
                /** @enum {string} */
                type: "Point";
            };
            properties?: {
                access_note_en?: string | null;
                access_note_th?: string | null;
                accuracy_m?: number | null;
                age_groups?: string[] | null;
                capacity?: number | null;
                contact?: string | null;
                coordinate_source?: string | null;
                demonstration?: boolean | null;
                description_en?: string | null;
                description_th?: string | null;
                district_code?: string | null;
                district_en?: string | null;
                district_th?: string | null;
                /** @enum {string|null} */
                fee?: "yes" | "no" | "unknown" | null;
                name_en?: string | null;
                name_th?: string | null;
                opening_hours?: string | null;
                outcomes?: string[] | null;
                partner?: string | null;
                /** @enum {string|null} */
                ramp?: "yes" | "no" | "unknown" | null;
                /** @enum {string|null} */
                seats?: "yes" | "no" | "unknown" | null;
                sensitive?: boolean | null;
                /** @enum {string|null} */
                shade?: "yes" | "no" | "unknown" | null;
                source?: string | null;
                /** @enum {string|null} */
                status?: "draft" | "published" | "archived" | "deleted" | null;
                /** @enum {string|null} */
                steps?: "yes" | "no" | "unknown" | null;
                subdistrict_code?: string | null;
                subdistrict_en?: string | null;
                subdistrict_th?: string | null;
                subkind?: string | null;
                /** @enum {string|null} */
                takes_school_groups?: "yes" | "no" | "unknown" | null;
                themes?: string[] | null;
                /** @enum {string|null} */
                toilet?: "yes" | "no" | "unknown" | null;
                verified?: boolean | null;
                /** Format: date */
                verified_on?: string | null;
                visit_minutes?: {
                    [key: string]: number;
                } | null;
                /** @enum {string|null} */
                water?: "yes" | "no" | "unknown" | null;
                /** @enum {string|null} */
                wheelchair?: "yes" | "limited" | "no" | "unknown" | null;
            };
            /** @enum {string} */
            type?: "Feature";
        };
        AppliedChangeset: {
            changes: {
                /** @enum {string} */
                action: "create" | "modify" | "replace" | "delete";
                collection: string;
                id: string;
                links?: components["schemas"]["Link"][];
                version: number;
            }[];
            id: number;
            links?: components["schemas"]["Link"][];
            /** @enum {string} */
            state: "proposed" | "applied" | "rejected" | "withdrawn";
        };
        Change: {
            bbox: number[] | null;
            changeset: number;
            /** @enum {string} */
            collection: "heritage-sites" | "street-art-walls" | "urban-design-zones" | "wisdom-places" | "amenities";
            complete: boolean;
            counts: {
                create?: number;
                delete?: number;
                modify?: number;
            };
            features: {
                /** @enum {string} */
                action: "create" | "modify" | "delete";
                id: string;
                links?: components["schemas"]["Link"][];
                version: number;
            }[];
            n: number;
            source: string;
            /** Format: date-time */
            when: string;
            who?: string | null;
            why: string;
        };
        Changes: {
            changes: components["schemas"]["Change"][];
            cursor: string;
            links: components["schemas"]["Link"][];
            numberReturned: number;
        };
        ChangesDrawn: {
            cursor: string;
            features: {
                geometry: Record<string, never> | null;
                id: string;
                properties: {
                    changeset: number;
                    /** @enum {string} */
                    collection: "heritage-sites" | "street-art-walls" | "urban-design-zones" | "wisdom-places" | "amenities";
                    complete: boolean;
                    counts: {
                        create?: number;
                        delete?: number;
                        modify?: number;
                    };
                    features: {
                        /** @enum {string} */
                        action: "create" | "modify" | "delete";
                        id: string;
                        links?: components["schemas"]["Link"][];
                        version: number;
                    }[];
                    n: number;
                    source: string;
                    /** Format: date-time */
                    when: string;
                    who?: string | null;
                    why: string;
                };
                /** @enum {string} */
                type: "Feature";
            }[];
            links: components["schemas"]["Link"][];
            numberReturned: number;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        Changeset: {
            /** Format: date-time */
            applied_at?: string | null;
            author?: string | null;
            changes: {
                /** @enum {string} */
                action: "create" | "modify" | "replace" | "delete";
                collection: string;
                id: string;
                links?: components["schemas"]["Link"][];
                version: number;
            }[];
            comment: string;
            /** Format: date-time */
            created_at: string;
            id: number;
            links: components["schemas"]["Link"][];
            numberOfChanges: number;
            partner?: string | null;
            source: string;
            /** @enum {string} */
            state: "proposed" | "applied" | "rejected" | "withdrawn";
            username?: string | null;
        };
        Changesets: {
            changesets: {
                /** Format: date-time */
                applied_at?: string | null;
                author?: string | null;
                comment: string;
                /** Format: date-time */
                created_at: string;
                id: number;
                links: components["schemas"]["Link"][];
                partner?: string | null;
                source: string;
                /** @enum {string} */
                state: "proposed" | "applied" | "rejected" | "withdrawn";
                username?: string | null;
            }[];
            links: components["schemas"]["Link"][];
            numberReturned: number;
        };
        Closure: {
            geometry: components["schemas"]["Geometry"] | null;
            id: number;
            properties: {
                /** Format: date */
                ends_on: string | null;
                /** Format: date-time */
                lifted_at: string | null;
                reason: {
                    en?: string;
                    th?: string;
                };
                space: string | null;
                /** Format: date */
                starts_on: string;
            };
            /** @enum {string} */
            type: "Feature";
        };
        Closures: {
            features: components["schemas"]["Closure"][];
            links: components["schemas"]["Link"][];
            numberMatched: number;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        Collection: {
            coordinateOperations?: {
                [key: string]: string;
            };
            crs: string[];
            description?: string;
            extent?: Record<string, never>;
            id: string;
            itemType: string;
            links: components["schemas"]["Link"][];
            /** Format: uri */
            storageCrs?: string;
            title?: string;
        };
        Collections: {
            collections: components["schemas"]["Collection"][];
            coordinateOperations?: {
                [key: string]: string;
            };
            crs?: string[];
            links: components["schemas"]["Link"][];
        };
        Conformance: {
            conformsTo: string[];
        };
        Coverage: {
            age_group: string | null;
            areas: {
                by_age_group: {
                    [key: string]: number;
                };
                by_theme: {
                    [key: string]: number;
                };
                demonstration?: boolean;
                id: string;
                located: number;
                name_en: string;
                name_th: string;
                positions: number;
                /** @enum {string} */
                status?: "draft" | "published";
                subdistricts?: {
                    id: string;
                    located: number;
                    name_en: string;
                    name_th: string;
                    total: number;
                }[];
                total: number;
            }[];
            /** @enum {string} */
            by: "district" | "zone";
            complete: boolean;
            gaps: {
                areas: {
                    area_km2: number;
                    groups: {
                        gap_km2: number;
                        gap_share: number;
                        id: string;
                    }[];
                    id: string;
                    name_en: string;
                    name_th: string;
                }[];
                attribution: string;
                cell_m: number;
                en: string;
                estimated_share: number;
                groups: string[];
                /** @enum {string} */
                source: "estimate" | "streets";
                th: string;
            };
            groups: {
                id: string;
                less_exact_than_the_walk: number;
                located: number;
                metres: number;
                name_en: string;
                name_th: string;
                walking_speed_mps: number;
            }[];
            /** @enum {integer} */
            minutes: 10 | 20;
            notes: {
                code: string;
                en: string;
                th: string;
            }[];
            spaces: {
                by_age_group: {
                    [key: string]: number;
                };
                by_theme: {
                    [key: string]: number;
                };
                located: number;
                positions: number;
                total: number;
            };
            theme: string | null;
            themes: {
                id: string;
                name_en: string;
                name_th: string;
            }[];
        };
        CoverageGaps: {
            attribution: string;
            features: {
                geometry: components["schemas"]["Geometry"] | null;
                id: string;
                properties: Record<string, never>;
                /** @enum {string} */
                type: "Feature";
            }[];
            notes: Record<string, never>[];
            /** @enum {string} */
            source: "estimate" | "streets";
            /** @enum {string} */
            type: "FeatureCollection";
        };
        Difference: {
            attributes: {
                [key: string]: {
                    after: unknown;
                    before: unknown;
                };
            };
            collection: string;
            geometry: components["schemas"]["GeometryDifference"] | null;
            id: string;
            links: components["schemas"]["Link"][];
            newer: number;
            older: number;
        };
        Fault: {
            at?: number[];
            code?: string;
            detail: string;
            pointer: string;
        };
        Geometry: {
            coordinates: unknown[];
            /** @enum {string} */
            type: "Point" | "LineString" | "MultiPolygon";
        };
        GeometryDifference: {
            features: {
                geometry: Record<string, never>;
                /** @enum {string} */
                id: "before" | "after" | "added" | "removed";
                properties: {
                    area_m2?: number | null;
                    length_m?: number | null;
                    part?: string;
                };
                /** @enum {string} */
                type: "Feature";
            }[];
            moved_m: number | null;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        GeometryFault: {
            at: number[] | null;
            code: string;
            en: string;
            feature: string | null;
            pointer: string;
            repair: components["schemas"]["Repair"] | null;
            /** @enum {string} */
            severity: "error" | "warning" | "note";
            th: string;
        };
        GoingBack: {
            changes: {
                /** @enum {string} */
                action: "create" | "modify" | "delete";
                attributes?: {
                    [key: string]: {
                        after: unknown;
                        before: unknown;
                    };
                };
                base_version?: number;
                /** @enum {string} */
                collection: "heritage-sites" | "street-art-walls" | "urban-design-zones" | "wisdom-places" | "amenities";
                geometry?: components["schemas"]["GeometryDifference"] | null;
                id: string;
                links?: components["schemas"]["Link"][];
                version?: number;
            }[];
            id?: number;
            links?: components["schemas"]["Link"][];
            preview: boolean;
        };
        Health: {
            /** @enum {string} */
            database: "ok";
            /** @enum {string} */
            status: "ok";
        };
        HeritageSitesFeature: {
            geometry: components["schemas"]["Geometry"] | null;
            id: string;
            links?: components["schemas"]["Link"][];
            properties: {
                access_note_en?: string;
                access_note_th?: string;
                accuracy_m?: number;
                age_groups?: string[];
                capacity?: number | null;
                readonly changeset?: number;
                contact?: string;
                coordinate_source?: string;
                /** Format: date-time */
                readonly created_at?: string;
                demonstration?: boolean;
                description_en?: string;
                description_th?: string;
                district_code?: string;
                district_en?: string;
                district_th?: string;
                heritage_type?: string;
                name_en?: string;
                name_th?: string;
                opening_hours?: string;
                outcomes?: string[];
                partner?: string | null;
                period?: string;
                /** @enum {string} */
                ramp?: "yes" | "no" | "unknown";
                registration?: string;
                /** @enum {string} */
                seats?: "yes" | "no" | "unknown";
                sensitive?: boolean;
                /** @enum {string} */
                shade?: "yes" | "no" | "unknown";
                source?: string;
                /** @enum {string} */
                status?: "draft" | "published" | "archived" | "deleted";
                /** @enum {string} */
                steps?: "yes" | "no" | "unknown";
                subdistrict_code?: string;
                subdistrict_en?: string;
                subdistrict_th?: string;
                subkind?: string;
                /** @enum {string} */
                takes_school_groups?: "yes" | "no" | "unknown";
                themes?: string[];
                /** @enum {string} */
                toilet?: "yes" | "no" | "unknown";
                /** Format: uuid */
                readonly uid?: string;
                /** Format: date-time */
                readonly updated_at?: string;
                verified?: boolean;
                /** Format: date */
                verified_on?: string | null;
                readonly version?: number;
                visit_minutes?: {
                    [key: string]: number;
                };
                /** @enum {string} */
                water?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wheelchair?: "yes" | "limited" | "no" | "unknown";
            };
            /** @enum {string} */
            type: "Feature";
        };
        HeritageSitesFeatures: {
            features: components["schemas"]["HeritageSitesFeature"][];
            links: components["schemas"]["Link"][];
            numberMatched: number;
            numberReturned: number;
            /** Format: date-time */
            timeStamp: string;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        HeritageSitesNew: {
            geometry: {
                coordinates: components["schemas"]["Position"];
                /** @enum {string} */
                type: "Point";
            } | {
                coordinates: components["schemas"]["Position"][][][];
                /** @enum {string} */
                type: "MultiPolygon";
            } | {
                coordinates: components["schemas"]["Position"][][];
                /** @enum {string} */
                type: "Polygon";
            };
            id?: string;
            properties: {
                access_note_en?: string;
                access_note_th?: string;
                accuracy_m: number;
                age_groups?: string[];
                capacity?: number | null;
                contact?: string;
                coordinate_source?: string;
                demonstration?: boolean;
                description_en?: string;
                description_th?: string;
                district_code?: string;
                district_en?: string;
                district_th?: string;
                heritage_type?: string;
                name_en: string;
                name_th: string;
                opening_hours?: string;
                outcomes?: string[];
                partner?: string | null;
                period?: string;
                /** @enum {string} */
                ramp?: "yes" | "no" | "unknown";
                registration?: string;
                /** @enum {string} */
                seats?: "yes" | "no" | "unknown";
                sensitive?: boolean;
                /** @enum {string} */
                shade?: "yes" | "no" | "unknown";
                source?: string;
                /** @enum {string} */
                status?: "draft" | "published" | "archived" | "deleted";
                /** @enum {string} */
                steps?: "yes" | "no" | "unknown";
                subdistrict_code?: string;
                subdistrict_en?: string;
                subdistrict_th?: string;
                subkind: string;
                /** @enum {string} */
                takes_school_groups?: "yes" | "no" | "unknown";
                themes?: string[];
                /** @enum {string} */
                toilet?: "yes" | "no" | "unknown";
                verified?: boolean;
                /** Format: date */
                verified_on?: string | null;
                visit_minutes?: {
                    [key: string]: number;
                };
                /** @enum {string} */
                water?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wheelchair?: "yes" | "limited" | "no" | "unknown";
            };
            /** @enum {string} */
            type: "Feature";
        };
        HeritageSitesPatch: {
            geometry?: {
                coordinates: components["schemas"]["Position"];
                /** @enum {string} */
                type: "Point";
            } | {
                coordinates: components["schemas"]["Position"][][][];
                /** @enum {string} */
                type: "MultiPolygon";
            } | {
                coordinates: components["schemas"]["Position"][][];
                /** @enum {string} */
                type: "Polygon";
            };
            properties?: {
                access_note_en?: string | null;
                access_note_th?: string | null;
                accuracy_m?: number | null;
                age_groups?: string[] | null;
                capacity?: number | null;
                contact?: string | null;
                coordinate_source?: string | null;
                demonstration?: boolean | null;
                description_en?: string | null;
                description_th?: string | null;
                district_code?: string | null;
                district_en?: string | null;
                district_th?: string | null;
                heritage_type?: string | null;
                name_en?: string | null;
                name_th?: string | null;
                opening_hours?: string | null;
                outcomes?: string[] | null;
                partner?: string | null;
                period?: string | null;
                /** @enum {string|null} */
                ramp?: "yes" | "no" | "unknown" | null;
                registration?: string | null;
                /** @enum {string|null} */
                seats?: "yes" | "no" | "unknown" | null;
                sensitive?: boolean | null;
                /** @enum {string|null} */
                shade?: "yes" | "no" | "unknown" | null;
                source?: string | null;
                /** @enum {string|null} */
                status?: "draft" | "published" | "archived" | "deleted" | null;
                /** @enum {string|null} */
                steps?: "yes" | "no" | "unknown" | null;
                subdistrict_code?: string | null;
                subdistrict_en?: string | null;
                subdistrict_th?: string | null;
                subkind?: string | null;
                /** @enum {string|null} */
                takes_school_groups?: "yes" | "no" | "unknown" | null;
                themes?: string[] | null;
                /** @enum {string|null} */
                toilet?: "yes" | "no" | "unknown" | null;
                verified?: boolean | null;
                /** Format: date */
                verified_on?: string | null;
                visit_minutes?: {
                    [key: string]: number;
                } | null;
                /** @enum {string|null} */
                water?: "yes" | "no" | "unknown" | null;
                /** @enum {string|null} */
                wheelchair?: "yes" | "limited" | "no" | "unknown" | null;
            };
            /** @enum {string} */
            type?: "Feature";
        };
        JsonSchema: Record<string, never>;
        Landing: {
            description?: string;
            links: components["schemas"]["Link"][];
            title: string;
        };
        LayerFault: {
            area_m2: number;
            at: number[];
            code: string;
            en: string;
            features: string[];
            geometry: {
                coordinates: unknown[];
                type: string;
            };
            /** @enum {string} */
            severity: "error" | "warning" | "note";
            th: string;
        };
        LearningSpacesFeature: {
            geometry: components["schemas"]["Geometry"] | null;
            id: string;
            links?: components["schemas"]["Link"][];
            properties: {
                access_note_en?: string;
                access_note_th?: string;
                accuracy_m?: number;
                age_groups?: string[];
                capacity?: number | null;
                readonly changeset?: number;
                collection?: string;
                contact?: string;
                coordinate_source?: string;
                /** Format: date-time */
                readonly created_at?: string;
                demonstration?: boolean;
                description_en?: string;
                description_th?: string;
                district_code?: string;
                district_en?: string;
                district_th?: string;
                name_en?: string;
                name_th?: string;
                opening_hours?: string;
                outcomes?: string[];
                partner?: string | null;
                /** @enum {string} */
                ramp?: "yes" | "no" | "unknown";
                /** @enum {string} */
                seats?: "yes" | "no" | "unknown";
                sensitive?: boolean;
                /** @enum {string} */
                shade?: "yes" | "no" | "unknown";
                source?: string;
                /** @enum {string} */
                status?: "draft" | "published" | "archived" | "deleted";
                /** @enum {string} */
                steps?: "yes" | "no" | "unknown";
                subdistrict_code?: string;
                subdistrict_en?: string;
                subdistrict_th?: string;
                subkind?: string;
                /** @enum {string} */
                takes_school_groups?: "yes" | "no" | "unknown";
                themes?: string[];
                /** @enum {string} */
                toilet?: "yes" | "no" | "unknown";
                /** Format: uuid */
                readonly uid?: string;
                /** Format: date-time */
                readonly updated_at?: string;
                verified?: boolean;
                /** Format: date */
                verified_on?: string | null;
                readonly version?: number;
                visit_minutes?: {
                    [key: string]: number;
                };
                /** @enum {string} */
                water?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wheelchair?: "yes" | "limited" | "no" | "unknown";
            };
            /** @enum {string} */
            type: "Feature";
        };
        LearningSpacesFeatures: {
            features: components["schemas"]["LearningSpacesFeature"][];
            links: components["schemas"]["Link"][];
            numberMatched: number;
            numberReturned: number;
            /** Format: date-time */
            timeStamp: string;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        Link: {
            /** Format: uri */
            href: string;
            rel: string;
            title?: string;
            type?: string;
        };
        NewChangeset: {
            changes: {
                /** @enum {string} */
                action: "create" | "modify" | "replace" | "delete";
                /** @enum {string} */
                collection: "heritage-sites" | "street-art-walls" | "urban-design-zones" | "wisdom-places" | "amenities";
                feature?: Record<string, never>;
                id?: string;
                version?: number;
            }[];
            comment?: string;
            partner?: string;
            propose?: boolean;
        };
        Position: number[];
        Problem: {
            detail?: string;
            errors?: components["schemas"]["Fault"][];
            instance?: string;
            parameter?: string;
            pointer?: string;
            status: number;
            title: string;
            /** Format: uri-reference */
            type: string;
        };
        ProblemKind: {
            code: string;
            status: number;
            title: {
                en?: string;
                th?: string;
            };
        };
        Proposal: {
            author: string | null;
            changes: {
                /** @enum {string} */
                action: "create" | "modify" | "delete";
                attributes: {
                    [key: string]: {
                        after: unknown;
                        before: unknown;
                    };
                };
                base_version: number | null;
                /** @enum {string} */
                collection: "heritage-sites" | "street-art-walls" | "urban-design-zones" | "wisdom-places" | "amenities";
                conflicts: {
                    base: unknown;
                    change: number;
                    collection: string;
                    field: string;
                    id: string;
                    mine: unknown;
                    theirs: unknown;
                }[];
                current_version?: number | null;
                geometry: components["schemas"]["GeometryDifference"] | null;
                gone: boolean;
                id: string;
                name?: {
                    en?: string | null;
                    th?: string | null;
                };
                stale: boolean;
            }[];
            comment: string;
            comments: {
                author: string;
                /** Format: date-time */
                created_at: string;
                text: string;
            }[];
            contact: string | null;
            /** Format: date-time */
            created_at: string;
            id: number;
            may_decide: boolean;
            mine: boolean;
            note: string | null;
            partners: string[];
            reason: string;
            /** Format: date-time */
            reviewed_at: string | null;
            reviewed_by: string | null;
            revision: number;
            source: string;
            /** @enum {string} */
            state: "proposed" | "applied" | "rejected" | "withdrawn";
        };
        ProposalComment: {
            author: string;
            /** Format: date-time */
            created_at: string;
            text: string;
        };
        Proposals: {
            links: components["schemas"]["Link"][];
            numberMatched: number;
            numberReturned: number;
            proposals: {
                author: string | null;
                changes: number;
                comment: string;
                comments: number;
                /** Format: date-time */
                created_at: string;
                id: number;
                partners: string[];
                reason: string;
                /** Format: date-time */
                reviewed_at: string | null;
                reviewed_by: string | null;
                revision: number;
                source: string;
                /** @enum {string} */
                state: "proposed" | "applied" | "rejected" | "withdrawn";
            }[];
        };
        Repair: {
            area_change_m2: number;
            area_change_percent: number | null;
            feature?: string | null;
            geometry: {
                coordinates: unknown[];
                type: string;
            };
            pointer?: string;
            valid: boolean;
        };
        Session: {
            csrf_token: string;
            user: {
                name: string;
                partners: string[];
                rights: {
                    propose: boolean;
                    publish: boolean;
                    publish_for: string[];
                };
                role: string;
            } | null;
        };
        Sighting: {
            applied: boolean;
            changeset: number;
            /** @enum {string} */
            condition: "planned" | "painted" | "faded" | "painted-over" | "gone" | "unknown";
            note: string;
            /** Format: date */
            seen_on: string;
        };
        Sightings: {
            /** @enum {string} */
            condition: "planned" | "painted" | "faded" | "painted-over" | "gone" | "unknown";
            /** Format: date */
            last_seen: string | null;
            links: components["schemas"]["Link"][];
            sightings: {
                applied: boolean;
                changeset: number;
                /** @enum {string} */
                condition: "planned" | "painted" | "faded" | "painted-over" | "gone" | "unknown";
                note: string;
                /** Format: date */
                seen_on: string;
            }[];
            wall: string;
        };
        StreetArtWallsFeature: {
            geometry: components["schemas"]["Geometry"] | null;
            id: string;
            links?: components["schemas"]["Link"][];
            properties: {
                access_note_en?: string;
                access_note_th?: string;
                accuracy_m?: number;
                age_groups?: string[];
                artist?: string;
                /** @enum {string} */
                artist_consent?: "yes" | "no" | "unknown";
                capacity?: number | null;
                readonly changeset?: number;
                /** @enum {string} */
                condition?: "planned" | "painted" | "faded" | "painted-over" | "gone" | "unknown";
                contact?: string;
                coordinate_source?: string;
                /** Format: date-time */
                readonly created_at?: string;
                demonstration?: boolean;
                description_en?: string;
                description_th?: string;
                district_code?: string;
                district_en?: string;
                district_th?: string;
                /** Format: date */
                last_seen?: string | null;
                name_en?: string;
                name_th?: string;
                opening_hours?: string;
                outcomes?: string[];
                partner?: string | null;
                /** @enum {string} */
                ramp?: "yes" | "no" | "unknown";
                /** @enum {string} */
                seats?: "yes" | "no" | "unknown";
                sensitive?: boolean;
                /** @enum {string} */
                shade?: "yes" | "no" | "unknown";
                source?: string;
                /** @enum {string} */
                status?: "draft" | "published" | "archived" | "deleted";
                /** @enum {string} */
                steps?: "yes" | "no" | "unknown";
                subdistrict_code?: string;
                subdistrict_en?: string;
                subdistrict_th?: string;
                subkind?: string;
                /** @enum {string} */
                takes_school_groups?: "yes" | "no" | "unknown";
                themes?: string[];
                /** @enum {string} */
                toilet?: "yes" | "no" | "unknown";
                /** Format: uuid */
                readonly uid?: string;
                /** Format: date-time */
                readonly updated_at?: string;
                verified?: boolean;
                /** Format: date */
                verified_on?: string | null;
                readonly version?: number;
                visit_minutes?: {
                    [key: string]: number;
                };
                /** @enum {string} */
                water?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wheelchair?: "yes" | "limited" | "no" | "unknown";
                year?: number | null;
            };
            /** @enum {string} */
            type: "Feature";
        };
        StreetArtWallsFeatures: {
            features: components["schemas"]["StreetArtWallsFeature"][];
            links: components["schemas"]["Link"][];
            numberMatched: number;
            numberReturned: number;
            /** Format: date-time */
            timeStamp: string;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        StreetArtWallsNew: {
            geometry: {
                coordinates: components["schemas"]["Position"];
                /** @enum {string} */
                type: "Point";
            } | {
                coordinates: components["schemas"]["Position"][];
                /** @enum {string} */
                type: "LineString";
            };
            id?: string;
            properties: {
                access_note_en?: string;
                access_note_th?: string;
                accuracy_m: number;
                age_groups?: string[];
                artist?: string;
                /** @enum {string} */
                artist_consent?: "yes" | "no" | "unknown";
                capacity?: number | null;
                /** @enum {string} */
                condition?: "planned" | "painted" | "faded" | "painted-over" | "gone" | "unknown";
                contact?: string;
                coordinate_source?: string;
                demonstration?: boolean;
                description_en?: string;
                description_th?: string;
                district_code?: string;
                district_en?: string;
                district_th?: string;
                /** Format: date */
                last_seen?: string | null;
                name_en: string;
                name_th: string;
                opening_hours?: string;
                outcomes?: string[];
                partner?: string | null;
                /** @enum {string} */
                ramp?: "yes" | "no" | "unknown";
                /** @enum {string} */
                seats?: "yes" | "no" | "unknown";
                sensitive?: boolean;
                /** @enum {string} */
                shade?: "yes" | "no" | "unknown";
                source?: string;
                /** @enum {string} */
                status?: "draft" | "published" | "archived" | "deleted";
                /** @enum {string} */
                steps?: "yes" | "no" | "unknown";
                subdistrict_code?: string;
                subdistrict_en?: string;
                subdistrict_th?: string;
                subkind: string;
                /** @enum {string} */
                takes_school_groups?: "yes" | "no" | "unknown";
                themes?: string[];
                /** @enum {string} */
                toilet?: "yes" | "no" | "unknown";
                verified?: boolean;
                /** Format: date */
                verified_on?: string | null;
                visit_minutes?: {
                    [key: string]: number;
                };
                /** @enum {string} */
                water?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wheelchair?: "yes" | "limited" | "no" | "unknown";
                year?: number | null;
            };
            /** @enum {string} */
            type: "Feature";
        };
        StreetArtWallsPatch: {
            geometry?: {
                coordinates: components["schemas"]["Position"];
                /** @enum {string} */
                type: "Point";
            } | {
                coordinates: components["schemas"]["Position"][];
                /** @enum {string} */
                type: "LineString";
            };
            properties?: {
                access_note_en?: string | null;
                access_note_th?: string | null;
                accuracy_m?: number | null;
                age_groups?: string[] | null;
                artist?: string | null;
                /** @enum {string|null} */
                artist_consent?: "yes" | "no" | "unknown" | null;
                capacity?: number | null;
                /** @enum {string|null} */
                condition?: "planned" | "painted" | "faded" | "painted-over" | "gone" | "unknown" | null;
                contact?: string | null;
                coordinate_source?: string | null;
                demonstration?: boolean | null;
                description_en?: string | null;
                description_th?: string | null;
                district_code?: string | null;
                district_en?: string | null;
                district_th?: string | null;
                /** Format: date */
                last_seen?: string | null;
                name_en?: string | null;
                name_th?: string | null;
                opening_hours?: string | null;
                outcomes?: string[] | null;
                partner?: string | null;
                /** @enum {string|null} */
                ramp?: "yes" | "no" | "unknown" | null;
                /** @enum {string|null} */
                seats?: "yes" | "no" | "unknown" | null;
                sensitive?: boolean | null;
                /** @enum {string|null} */
                shade?: "yes" | "no" | "unknown" | null;
                source?: string | null;
                /** @enum {string|null} */
                status?: "draft" | "published" | "archived" | "deleted" | null;
                /** @enum {string|null} */
                steps?: "yes" | "no" | "unknown" | null;
                subdistrict_code?: string | null;
                subdistrict_en?: string | null;
                subdistrict_th?: string | null;
                subkind?: string | null;
                /** @enum {string|null} */
                takes_school_groups?: "yes" | "no" | "unknown" | null;
                themes?: string[] | null;
                /** @enum {string|null} */
                toilet?: "yes" | "no" | "unknown" | null;
                verified?: boolean | null;
                /** Format: date */
                verified_on?: string | null;
                visit_minutes?: {
                    [key: string]: number;
                } | null;
                /** @enum {string|null} */
                water?: "yes" | "no" | "unknown" | null;
                /** @enum {string|null} */
                wheelchair?: "yes" | "limited" | "no" | "unknown" | null;
                year?: number | null;
            };
            /** @enum {string} */
            type?: "Feature";
        };
        UrbanDesignZonesFeature: {
            geometry: components["schemas"]["Geometry"] | null;
            id: string;
            links?: components["schemas"]["Link"][];
            properties: {
                access_note_en?: string;
                access_note_th?: string;
                accuracy_m?: number;
                age_groups?: string[];
                capacity?: number | null;
                readonly changeset?: number;
                contact?: string;
                coordinate_source?: string;
                /** Format: date-time */
                readonly created_at?: string;
                demonstration?: boolean;
                description_en?: string;
                description_th?: string;
                /** @enum {string} */
                design_stage?: "idea" | "draft-plan" | "consultation" | "adopted" | "built" | "unknown";
                district_code?: string;
                district_en?: string;
                district_th?: string;
                /** Format: date */
                in_force_from?: string | null;
                /** Format: date */
                in_force_to?: string | null;
                legal_basis?: string;
                name_en?: string;
                name_th?: string;
                opening_hours?: string;
                outcomes?: string[];
                palette_row?: number | null;
                partner?: string | null;
                plan_code?: string;
                plan_edition?: string;
                /** @enum {string} */
                ramp?: "yes" | "no" | "unknown";
                /** @enum {string} */
                seats?: "yes" | "no" | "unknown";
                sensitive?: boolean;
                /** @enum {string} */
                shade?: "yes" | "no" | "unknown";
                source?: string;
                /** @enum {string} */
                status?: "draft" | "published" | "archived" | "deleted";
                /** @enum {string} */
                steps?: "yes" | "no" | "unknown";
                subdistrict_code?: string;
                subdistrict_en?: string;
                subdistrict_th?: string;
                subkind?: string;
                /** @enum {string} */
                takes_school_groups?: "yes" | "no" | "unknown";
                themes?: string[];
                /** @enum {string} */
                toilet?: "yes" | "no" | "unknown";
                /** Format: uuid */
                readonly uid?: string;
                /** Format: date-time */
                readonly updated_at?: string;
                verified?: boolean;
                /** Format: date */
                verified_on?: string | null;
                readonly version?: number;
                visit_minutes?: {
                    [key: string]: number;
                };
                /** @enum {string} */
                water?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wheelchair?: "yes" | "limited" | "no" | "unknown";
                zone_type?: string;
            };
            /** @enum {string} */
            type: "Feature";
        };
        UrbanDesignZonesFeatures: {
            features: components["schemas"]["UrbanDesignZonesFeature"][];
            links: components["schemas"]["Link"][];
            numberMatched: number;
            numberReturned: number;
            /** Format: date-time */
            timeStamp: string;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        UrbanDesignZonesNew: {
            geometry: {
                coordinates: components["schemas"]["Position"][][][];
                /** @enum {string} */
                type: "MultiPolygon";
            } | {
                coordinates: components["schemas"]["Position"][][];
                /** @enum {string} */
                type: "Polygon";
            };
            id?: string;
            properties: {
                access_note_en?: string;
                access_note_th?: string;
                accuracy_m: number;
                age_groups?: string[];
                capacity?: number | null;
                contact?: string;
                coordinate_source?: string;
                demonstration?: boolean;
                description_en?: string;
                description_th?: string;
                /** @enum {string} */
                design_stage?: "idea" | "draft-plan" | "consultation" | "adopted" | "built" | "unknown";
                district_code?: string;
                district_en?: string;
                district_th?: string;
                /** Format: date */
                in_force_from?: string | null;
                /** Format: date */
                in_force_to?: string | null;
                legal_basis?: string;
                name_en: string;
                name_th: string;
                opening_hours?: string;
                outcomes?: string[];
                palette_row?: number | null;
                partner?: string | null;
                plan_code?: string;
                plan_edition?: string;
                /** @enum {string} */
                ramp?: "yes" | "no" | "unknown";
                /** @enum {string} */
                seats?: "yes" | "no" | "unknown";
                sensitive?: boolean;
                /** @enum {string} */
                shade?: "yes" | "no" | "unknown";
                source?: string;
                /** @enum {string} */
                status?: "draft" | "published" | "archived" | "deleted";
                /** @enum {string} */
                steps?: "yes" | "no" | "unknown";
                subdistrict_code?: string;
                subdistrict_en?: string;
                subdistrict_th?: string;
                subkind: string;
                /** @enum {string} */
                takes_school_groups?: "yes" | "no" | "unknown";
                themes?: string[];
                /** @enum {string} */
                toilet?: "yes" | "no" | "unknown";
                verified?: boolean;
                /** Format: date */
                verified_on?: string | null;
                visit_minutes?: {
                    [key: string]: number;
                };
                /** @enum {string} */
                water?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wheelchair?: "yes" | "limited" | "no" | "unknown";
                zone_type?: string;
            };
            /** @enum {string} */
            type: "Feature";
        };
        UrbanDesignZonesPatch: {
            geometry?: {
                coordinates: components["schemas"]["Position"][][][];
                /** @enum {string} */
                type: "MultiPolygon";
            } | {
                coordinates: components["schemas"]["Position"][][];
                /** @enum {string} */
                type: "Polygon";
            };
            properties?: {
                access_note_en?: string | null;
                access_note_th?: string | null;
                accuracy_m?: number | null;
                age_groups?: string[] | null;
                capacity?: number | null;
                contact?: string | null;
                coordinate_source?: string | null;
                demonstration?: boolean | null;
                description_en?: string | null;
                description_th?: string | null;
                /** @enum {string|null} */
                design_stage?: "idea" | "draft-plan" | "consultation" | "adopted" | "built" | "unknown" | null;
                district_code?: string | null;
                district_en?: string | null;
                district_th?: string | null;
                /** Format: date */
                in_force_from?: string | null;
                /** Format: date */
                in_force_to?: string | null;
                legal_basis?: string | null;
                name_en?: string | null;
                name_th?: string | null;
                opening_hours?: string | null;
                outcomes?: string[] | null;
                palette_row?: number | null;
                partner?: string | null;
                plan_code?: string | null;
                plan_edition?: string | null;
                /** @enum {string|null} */
                ramp?: "yes" | "no" | "unknown" | null;
                /** @enum {string|null} */
                seats?: "yes" | "no" | "unknown" | null;
                sensitive?: boolean | null;
                /** @enum {string|null} */
                shade?: "yes" | "no" | "unknown" | null;
                source?: string | null;
                /** @enum {string|null} */
                status?: "draft" | "published" | "archived" | "deleted" | null;
                /** @enum {string|null} */
                steps?: "yes" | "no" | "unknown" | null;
                subdistrict_code?: string | null;
                subdistrict_en?: string | null;
                subdistrict_th?: string | null;
                subkind?: string | null;
                /** @enum {string|null} */
                takes_school_groups?: "yes" | "no" | "unknown" | null;
                themes?: string[] | null;
                /** @enum {string|null} */
                toilet?: "yes" | "no" | "unknown" | null;
                verified?: boolean | null;
                /** Format: date */
                verified_on?: string | null;
                visit_minutes?: {
                    [key: string]: number;
                } | null;
                /** @enum {string|null} */
                water?: "yes" | "no" | "unknown" | null;
                /** @enum {string|null} */
                wheelchair?: "yes" | "limited" | "no" | "unknown" | null;
                zone_type?: string | null;
            };
            /** @enum {string} */
            type?: "Feature";
        };
        Validation: {
            faults: components["schemas"]["GeometryFault"][];
            features: number;
            layer: components["schemas"]["LayerFault"][];
            more: number;
            notes: components["schemas"]["GeometryFault"][];
            repairs: components["schemas"]["Repair"][];
            valid: boolean;
        };
        Version: {
            /** @enum {string} */
            action: "create" | "modify" | "delete" | "restore";
            changed: string[];
            changeset: number;
            links?: components["schemas"]["Link"][];
            source: string;
            version: number;
            /** Format: date-time */
            when: string;
            who?: string | null;
            why: string;
        };
        Versions: {
            collection: string;
            id: string;
            links: components["schemas"]["Link"][];
            versions: components["schemas"]["Version"][];
        };
        WisdomPlacesFeature: {
            geometry: components["schemas"]["Geometry"] | null;
            id: string;
            links?: components["schemas"]["Link"][];
            properties: {
                access_note_en?: string;
                access_note_th?: string;
                accuracy_m?: number;
                age_groups?: string[];
                /** @enum {string} */
                by_appointment?: "yes" | "no" | "unknown";
                capacity?: number | null;
                readonly changeset?: number;
                contact?: string;
                coordinate_source?: string;
                /** Format: date-time */
                readonly created_at?: string;
                demonstration?: boolean;
                description_en?: string;
                description_th?: string;
                district_code?: string;
                district_en?: string;
                district_th?: string;
                name_en?: string;
                name_th?: string;
                opening_hours?: string;
                outcomes?: string[];
                partner?: string | null;
                products_en?: string;
                products_th?: string;
                /** @enum {string} */
                ramp?: "yes" | "no" | "unknown";
                /** @enum {string} */
                seats?: "yes" | "no" | "unknown";
                sensitive?: boolean;
                services_en?: string;
                services_th?: string;
                /** @enum {string} */
                shade?: "yes" | "no" | "unknown";
                source?: string;
                /** @enum {string} */
                status?: "draft" | "published" | "archived" | "deleted";
                /** @enum {string} */
                steps?: "yes" | "no" | "unknown";
                subdistrict_code?: string;
                subdistrict_en?: string;
                subdistrict_th?: string;
                subkind?: string;
                /** @enum {string} */
                takes_school_groups?: "yes" | "no" | "unknown";
                themes?: string[];
                /** @enum {string} */
                toilet?: "yes" | "no" | "unknown";
                /** Format: uuid */
                readonly uid?: string;
                /** Format: date-time */
                readonly updated_at?: string;
                verified?: boolean;
                /** Format: date */
                verified_on?: string | null;
                readonly version?: number;
                visit_minutes?: {
                    [key: string]: number;
                };
                /** @enum {string} */
                water?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wheelchair?: "yes" | "limited" | "no" | "unknown";
            };
            /** @enum {string} */
            type: "Feature";
        };
        WisdomPlacesFeatures: {
            features: components["schemas"]["WisdomPlacesFeature"][];
            links: components["schemas"]["Link"][];
            numberMatched: number;
            numberReturned: number;
            /** Format: date-time */
            timeStamp: string;
            /** @enum {string} */
            type: "FeatureCollection";
        };
        WisdomPlacesNew: {
            geometry: {
                coordinates: components["schemas"]["Position"];
                /** @enum {string} */
                type: "Point";
            };
            id?: string;
            properties: {
                access_note_en?: string;
                access_note_th?: string;
                accuracy_m: number;
                age_groups?: string[];
                /** @enum {string} */
                by_appointment?: "yes" | "no" | "unknown";
                capacity?: number | null;
                contact?: string;
                coordinate_source?: string;
                demonstration?: boolean;
                description_en?: string;
                description_th?: string;
                district_code?: string;
                district_en?: string;
                district_th?: string;
                name_en: string;
                name_th: string;
                opening_hours?: string;
                outcomes?: string[];
                partner?: string | null;
                products_en?: string;
                products_th?: string;
                /** @enum {string} */
                ramp?: "yes" | "no" | "unknown";
                /** @enum {string} */
                seats?: "yes" | "no" | "unknown";
                sensitive?: boolean;
                services_en?: string;
                services_th?: string;
                /** @enum {string} */
                shade?: "yes" | "no" | "unknown";
                source?: string;
                /** @enum {string} */
                status?: "draft" | "published" | "archived" | "deleted";
                /** @enum {string} */
                steps?: "yes" | "no" | "unknown";
                subdistrict_code?: string;
                subdistrict_en?: string;
                subdistrict_th?: string;
                subkind: string;
                /** @enum {string} */
                takes_school_groups?: "yes" | "no" | "unknown";
                themes?: string[];
                /** @enum {string} */
                toilet?: "yes" | "no" | "unknown";
                verified?: boolean;
                /** Format: date */
                verified_on?: string | null;
                visit_minutes?: {
                    [key: string]: number;
                };
                /** @enum {string} */
                water?: "yes" | "no" | "unknown";
                /** @enum {string} */
                wheelchair?: "yes" | "limited" | "no" | "unknown";
            };
            /** @enum {string} */
            type: "Feature";
        };
        WisdomPlacesPatch: {
            geometry?: {
                coordinates: components["schemas"]["Position"];
                /** @enum {string} */
                type: "Point";
            };
            properties?: {
                access_note_en?: string | null;
                access_note_th?: string | null;
                accuracy_m?: number | null;
                age_groups?: string[] | null;
                /** @enum {string|null} */
                by_appointment?: "yes" | "no" | "unknown" | null;
                capacity?: number | null;
                contact?: string | null;
                coordinate_source?: string | null;
                demonstration?: boolean | null;
                description_en?: string | null;
                description_th?: string | null;
                district_code?: string | null;
                district_en?: string | null;
                district_th?: string | null;
                name_en?: string | null;
                name_th?: string | null;
                opening_hours?: string | null;
                outcomes?: string[] | null;
                partner?: string | null;
                products_en?: string | null;
                products_th?: string | null;
                /** @enum {string|null} */
                ramp?: "yes" | "no" | "unknown" | null;
                /** @enum {string|null} */
                seats?: "yes" | "no" | "unknown" | null;
                sensitive?: boolean | null;
                services_en?: string | null;
                services_th?: string | null;
                /** @enum {string|null} */
                shade?: "yes" | "no" | "unknown" | null;
                source?: string | null;
                /** @enum {string|null} */
                status?: "draft" | "published" | "archived" | "deleted" | null;
                /** @enum {string|null} */
                steps?: "yes" | "no" | "unknown" | null;
                subdistrict_code?: string | null;
                subdistrict_en?: string | null;
                subdistrict_th?: string | null;
                subkind?: string | null;
                /** @enum {string|null} */
                takes_school_groups?: "yes" | "no" | "unknown" | null;
                themes?: string[] | null;
                /** @enum {string|null} */
                toilet?: "yes" | "no" | "unknown" | null;
                verified?: boolean | null;
                /** Format: date */
                verified_on?: string | null;
                visit_minutes?: {
                    [key: string]: number;
                } | null;
                /** @enum {string|null} */
                water?: "yes" | "no" | "unknown" | null;
                /** @enum {string|null} */
                wheelchair?: "yes" | "limited" | "no" | "unknown" | null;
            };
            /** @enum {string} */
            type?: "Feature";
        };
        ZoneReport: {
            area_m2: number;
            measured?: string;
            name_en?: string;
            name_th?: string;
            neighbours: Record<string, never>[];
            notice: {
                en?: string;
                th?: string;
            };
            perimeter_m: number;
            reach: {
                attribution?: string;
                en?: string;
                groups?: Record<string, never>[];
                minutes?: number;
                /** @enum {string} */
                source?: "estimate" | "streets";
                th?: string;
            };
            spaces: {
                by_age_group?: Record<string, never>[];
                by_kind?: Record<string, never>[];
                by_theme?: Record<string, never>[];
                list?: Record<string, never>[];
                total?: number;
            };
            unknown: {
                [key: string]: number;
            };
            version?: number;
            zone: string;
        };
        AnyFeature: components["schemas"]["AmenitiesFeature"] | components["schemas"]["HeritageSitesFeature"] | components["schemas"]["LearningSpacesFeature"] | components["schemas"]["StreetArtWallsFeature"] | components["schemas"]["UrbanDesignZonesFeature"] | components["schemas"]["WisdomPlacesFeature"];
        AnyFeatures: components["schemas"]["AmenitiesFeatures"] | components["schemas"]["HeritageSitesFeatures"] | components["schemas"]["LearningSpacesFeatures"] | components["schemas"]["StreetArtWallsFeatures"] | components["schemas"]["UrbanDesignZonesFeatures"] | components["schemas"]["WisdomPlacesFeatures"];
        AnyNew: components["schemas"]["AmenitiesNew"] | components["schemas"]["HeritageSitesNew"] | components["schemas"]["StreetArtWallsNew"] | components["schemas"]["UrbanDesignZonesNew"] | components["schemas"]["WisdomPlacesNew"];
        AnyPatch: components["schemas"]["AmenitiesPatch"] | components["schemas"]["HeritageSitesPatch"] | components["schemas"]["StreetArtWallsPatch"] | components["schemas"]["UrbanDesignZonesPatch"] | components["schemas"]["WisdomPlacesPatch"];
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLandingPage: {
        parameters: {
            query?: {
                f?: "json" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Landing"];
                };
            };
        };
    };
    actClip: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: string;
                    features: {
                        /** @enum {string} */
                        collection: "heritage-sites" | "urban-design-zones";
                        geometry?: Record<string, never>;
                        id: string;
                        version?: number;
                    }[];
                    /** @default true */
                    preview?: boolean;
                    propose?: boolean;
                    to: {
                        boundary?: string;
                        /** @enum {string} */
                        collection?: "heritage-sites" | "urban-design-zones";
                        geometry?: Record<string, never>;
                        id?: string;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    actCutAway: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: string;
                    features: {
                        /** @enum {string} */
                        collection: "heritage-sites" | "urban-design-zones";
                        geometry?: Record<string, never>;
                        id: string;
                        version?: number;
                    }[];
                    from?: {
                        /** @enum {string} */
                        collection: "heritage-sites" | "urban-design-zones";
                        geometry?: Record<string, never>;
                        id: string;
                        version?: number;
                    }[];
                    /** @default true */
                    preview?: boolean;
                    propose?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    actCutHole: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: string;
                    features: {
                        /** @enum {string} */
                        collection: "heritage-sites" | "urban-design-zones";
                        geometry?: Record<string, never>;
                        id: string;
                        version?: number;
                    }[];
                    hole: Record<string, never>;
                    /** @default true */
                    preview?: boolean;
                    propose?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    actFillHole: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    at: number[];
                    comment?: string;
                    features: {
                        /** @enum {string} */
                        collection: "heritage-sites" | "urban-design-zones";
                        geometry?: Record<string, never>;
                        id: string;
                        version?: number;
                    }[];
                    /** @default true */
                    preview?: boolean;
                    propose?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    actMerge: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: string;
                    features: {
                        /** @enum {string} */
                        collection: "heritage-sites" | "urban-design-zones";
                        geometry?: Record<string, never>;
                        id: string;
                        version?: number;
                    }[];
                    keep?: string;
                    /** @default true */
                    preview?: boolean;
                    propose?: boolean;
                    take?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    actMoveBorder: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    collection?: "heritage-sites" | "urban-design-zones";
                    comment?: string;
                    features?: {
                        /** @enum {string} */
                        collection: "heritage-sites" | "urban-design-zones";
                        geometry?: Record<string, never>;
                        id: string;
                        version?: number;
                    }[];
                    line?: Record<string, never>;
                    moves?: {
                        from: number[];
                        to: number[];
                    }[];
                    /** @default true */
                    preview?: boolean;
                    propose?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    actSnap: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: string;
                    features: {
                        /** @enum {string} */
                        collection: "heritage-sites" | "urban-design-zones";
                        geometry?: Record<string, never>;
                        id: string;
                        version?: number;
                    }[];
                    neighbours?: {
                        /** @enum {string} */
                        collection: "heritage-sites" | "urban-design-zones";
                        geometry?: Record<string, never>;
                        id: string;
                        version?: number;
                    }[];
                    /** @default true */
                    preview?: boolean;
                    propose?: boolean;
                    to?: {
                        /** @enum {string} */
                        collection: "heritage-sites" | "urban-design-zones";
                        geometry?: Record<string, never>;
                        id: string;
                        version?: number;
                    }[];
                    /** @default 0.5 */
                    tolerance_m?: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    actSplit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: string;
                    features: {
                        /** @enum {string} */
                        collection: "heritage-sites" | "urban-design-zones";
                        geometry?: Record<string, never>;
                        id: string;
                        version?: number;
                    }[];
                    ids?: string[];
                    keep?: number[];
                    line: Record<string, never>;
                    neighbours?: {
                        /** @enum {string} */
                        collection: "heritage-sites" | "urban-design-zones";
                        geometry?: Record<string, never>;
                        id: string;
                        version?: number;
                    }[];
                    /** @default true */
                    preview?: boolean;
                    propose?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Act"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    getCoverage: {
        parameters: {
            query?: {
                f?: "json" | "geojson" | "csv";
                by?: "district" | "zone";
                minutes?: 10 | 20;
                age_group?: string;
                theme?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["CoverageGaps"];
                    "application/json": components["schemas"]["Coverage"];
                    "text/csv": string;
                };
            };
        };
    };
    getChanges: {
        parameters: {
            query?: {
                f?: "json" | "geojson" | "html";
                collection?: ("heritage-sites" | "street-art-walls" | "urban-design-zones" | "wisdom-places" | "amenities")[];
                since?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["ChangesDrawn"];
                    "application/json": components["schemas"]["Changes"];
                };
            };
        };
    };
    listChangesets: {
        parameters: {
            query?: {
                f?: "json";
                author?: string;
                collection?: "heritage-sites" | "street-art-walls" | "urban-design-zones" | "wisdom-places" | "amenities";
                state?: "proposed" | "applied" | "rejected" | "withdrawn";
                since?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changesets"];
                };
            };
        };
    };
    applyChangeset: {
        parameters: {
            query?: never;
            header?: {
                "Content-Crs"?: "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>" | "<http://www.opengis.net/def/crs/EPSG/0/4326>" | "<http://www.opengis.net/def/crs/EPSG/0/3857>" | "<http://www.opengis.net/def/crs/EPSG/0/32647>" | "<http://www.opengis.net/def/crs/EPSG/0/24047>";
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChangeset"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppliedChangeset"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    getChangeset: {
        parameters: {
            query?: {
                f?: "json";
            };
            header?: never;
            path: {
                changeset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changeset"];
                };
            };
        };
    };
    undoChangeset: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                changeset_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    comment?: string;
                    /** @default false */
                    preview?: boolean;
                    /** @default false */
                    propose?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoingBack"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoingBack"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    listClosures: {
        parameters: {
            query?: {
                f?: "json";
                on?: string;
                space?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closures"];
                };
            };
        };
    };
    enterClosure: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    ends_on?: string | null;
                    geometry?: {
                        coordinates: unknown[];
                        /** @enum {string} */
                        type: "LineString";
                    };
                    reason: {
                        en: string;
                        th: string;
                    };
                    space?: string;
                    /** Format: date */
                    starts_on: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closure"];
                };
            };
        };
    };
    getClosure: {
        parameters: {
            query?: {
                f?: "json";
            };
            header?: never;
            path: {
                closure_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closure"];
                };
            };
        };
    };
    liftClosure: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                closure_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCollections: {
        parameters: {
            query?: {
                f?: "json" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collections"];
                };
            };
        };
    };
    describe: {
        parameters: {
            query?: {
                f?: "json" | "html";
            };
            header?: never;
            path: {
                collection: "amenities" | "heritage-sites" | "learning-spaces" | "street-art-walls" | "urban-design-zones" | "wisdom-places";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
        };
    };
    get: {
        parameters: {
            query?: {
                bbox?: number[] & (unknown | unknown);
                "bbox-crs"?: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/4326" | "http://www.opengis.net/def/crs/EPSG/0/3857" | "http://www.opengis.net/def/crs/EPSG/0/32647" | "http://www.opengis.net/def/crs/EPSG/0/24047";
                datetime?: string;
                limit?: number;
                cursor?: string;
                sortby?: ("id" | "-id" | "name_th" | "-name_th" | "name_en" | "-name_en" | "updated_at" | "-updated_at" | "created_at" | "-created_at" | "accuracy_m" | "-accuracy_m" | "subkind" | "-subkind" | "district_code" | "-district_code")[];
                crs?: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/4326" | "http://www.opengis.net/def/crs/EPSG/0/3857" | "http://www.opengis.net/def/crs/EPSG/0/32647" | "http://www.opengis.net/def/crs/EPSG/0/24047";
                properties?: ("uid" | "name_th" | "name_en" | "description_th" | "description_en" | "subkind" | "themes" | "age_groups" | "outcomes" | "accuracy_m" | "coordinate_source" | "sensitive" | "opening_hours" | "wheelchair" | "access_note_th" | "access_note_en" | "steps" | "ramp" | "seats" | "toilet" | "shade" | "water" | "takes_school_groups" | "capacity" | "visit_minutes" | "contact" | "district_code" | "district_th" | "district_en" | "subdistrict_code" | "subdistrict_th" | "subdistrict_en" | "source" | "verified" | "verified_on" | "demonstration" | "partner" | "status" | "version" | "changeset" | "created_at" | "updated_at" | "fee")[];
                q?: string;
                theme?: string[];
                age_group?: string[];
                outcome?: string[];
                subkind?: string[];
                partner?: string[];
                district_code?: string[];
                wheelchair?: "yes" | "limited" | "no" | "unknown";
                toilet?: "yes" | "no" | "unknown";
                shade?: "yes" | "no" | "unknown";
                open_at?: string;
                as_of?: string;
                filter?: string;
                "filter-lang"?: "cql2-text" | "cql2-json";
                "filter-crs"?: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/4326" | "http://www.opengis.net/def/crs/EPSG/0/3857" | "http://www.opengis.net/def/crs/EPSG/0/32647" | "http://www.opengis.net/def/crs/EPSG/0/24047";
                f?: "geojson" | "json" | "html";
            };
            header?: never;
            path: {
                collection: "amenities" | "heritage-sites" | "learning-spaces" | "street-art-walls" | "urban-design-zones" | "wisdom-places";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["AnyFeatures"];
                };
            };
        };
    };
    createItem: {
        parameters: {
            query?: {
                crs?: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/4326" | "http://www.opengis.net/def/crs/EPSG/0/3857" | "http://www.opengis.net/def/crs/EPSG/0/32647" | "http://www.opengis.net/def/crs/EPSG/0/24047";
                comment?: string;
                propose?: "true" | "false";
            };
            header?: {
                "Content-Crs"?: "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>" | "<http://www.opengis.net/def/crs/EPSG/0/4326>" | "<http://www.opengis.net/def/crs/EPSG/0/3857>" | "<http://www.opengis.net/def/crs/EPSG/0/32647>" | "<http://www.opengis.net/def/crs/EPSG/0/24047>";
                "Idempotency-Key"?: string;
            };
            path: {
                collection: "amenities" | "heritage-sites" | "learning-spaces" | "street-art-walls" | "urban-design-zones" | "wisdom-places";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/geo+json": components["schemas"]["AnyNew"];
                "application/json": components["schemas"]["AnyNew"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["AnyFeature"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    getItem: {
        parameters: {
            query?: {
                crs?: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/4326" | "http://www.opengis.net/def/crs/EPSG/0/3857" | "http://www.opengis.net/def/crs/EPSG/0/32647" | "http://www.opengis.net/def/crs/EPSG/0/24047";
                properties?: ("uid" | "name_th" | "name_en" | "description_th" | "description_en" | "subkind" | "themes" | "age_groups" | "outcomes" | "accuracy_m" | "coordinate_source" | "sensitive" | "opening_hours" | "wheelchair" | "access_note_th" | "access_note_en" | "steps" | "ramp" | "seats" | "toilet" | "shade" | "water" | "takes_school_groups" | "capacity" | "visit_minutes" | "contact" | "district_code" | "district_th" | "district_en" | "subdistrict_code" | "subdistrict_th" | "subdistrict_en" | "source" | "verified" | "verified_on" | "demonstration" | "partner" | "status" | "version" | "changeset" | "created_at" | "updated_at" | "fee")[];
                as_of?: string;
                f?: "geojson" | "json" | "html";
            };
            header?: never;
            path: {
                collection: "amenities" | "heritage-sites" | "learning-spaces" | "street-art-walls" | "urban-design-zones" | "wisdom-places";
                feature_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["AnyFeature"];
                };
            };
        };
    };
    replaceItem: {
        parameters: {
            query?: {
                crs?: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/4326" | "http://www.opengis.net/def/crs/EPSG/0/3857" | "http://www.opengis.net/def/crs/EPSG/0/32647" | "http://www.opengis.net/def/crs/EPSG/0/24047";
                comment?: string;
                propose?: "true" | "false";
            };
            header?: {
                "If-Match"?: string;
                "If-None-Match"?: "*";
                "Content-Crs"?: "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>" | "<http://www.opengis.net/def/crs/EPSG/0/4326>" | "<http://www.opengis.net/def/crs/EPSG/0/3857>" | "<http://www.opengis.net/def/crs/EPSG/0/32647>" | "<http://www.opengis.net/def/crs/EPSG/0/24047>";
                "Idempotency-Key"?: string;
            };
            path: {
                collection: "amenities" | "heritage-sites" | "learning-spaces" | "street-art-walls" | "urban-design-zones" | "wisdom-places";
                feature_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/geo+json": components["schemas"]["AnyNew"];
                "application/json": components["schemas"]["AnyNew"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["AnyFeature"];
                };
            };
            201: {
                headers: {
                    ETag?: string;
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["AnyFeature"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    deleteItem: {
        parameters: {
            query?: {
                crs?: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/4326" | "http://www.opengis.net/def/crs/EPSG/0/3857" | "http://www.opengis.net/def/crs/EPSG/0/32647" | "http://www.opengis.net/def/crs/EPSG/0/24047";
                comment?: string;
                propose?: "true" | "false";
            };
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                collection: "amenities" | "heritage-sites" | "learning-spaces" | "street-art-walls" | "urban-design-zones" | "wisdom-places";
                feature_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateItem: {
        parameters: {
            query?: {
                crs?: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/4326" | "http://www.opengis.net/def/crs/EPSG/0/3857" | "http://www.opengis.net/def/crs/EPSG/0/32647" | "http://www.opengis.net/def/crs/EPSG/0/24047";
                comment?: string;
                propose?: "true" | "false";
            };
            header?: {
                "If-Match"?: string;
                "Content-Crs"?: "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>" | "<http://www.opengis.net/def/crs/EPSG/0/4326>" | "<http://www.opengis.net/def/crs/EPSG/0/3857>" | "<http://www.opengis.net/def/crs/EPSG/0/32647>" | "<http://www.opengis.net/def/crs/EPSG/0/24047>";
                "Idempotency-Key"?: string;
            };
            path: {
                collection: "amenities" | "heritage-sites" | "learning-spaces" | "street-art-walls" | "urban-design-zones" | "wisdom-places";
                feature_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/geo+json": components["schemas"]["AnyPatch"];
                "application/json": components["schemas"]["AnyPatch"];
                "application/merge-patch+json": components["schemas"]["AnyPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["AnyFeature"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    restoreItem: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                collection: "amenities" | "heritage-sites" | "learning-spaces" | "street-art-walls" | "urban-design-zones" | "wisdom-places";
                feature_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: string;
                    /** @default false */
                    preview?: boolean;
                    /** @default false */
                    propose?: boolean;
                    version: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoingBack"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoingBack"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    undoItem: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                collection: "amenities" | "heritage-sites" | "learning-spaces" | "street-art-walls" | "urban-design-zones" | "wisdom-places";
                feature_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: string;
                    /** @default false */
                    preview?: boolean;
                    /** @default false */
                    propose?: boolean;
                    version: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoingBack"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoingBack"];
                };
            };
            202: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail?: string;
                        feature?: string;
                        links?: components["schemas"]["Link"][];
                        /** @enum {string} */
                        state: "proposed";
                    };
                };
            };
        };
    };
    getVersionsOf: {
        parameters: {
            query?: {
                f?: "json" | "html";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                collection: "amenities" | "heritage-sites" | "learning-spaces" | "street-art-walls" | "urban-design-zones" | "wisdom-places";
                feature_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Versions"];
                };
            };
        };
    };
    getDifferenceOf: {
        parameters: {
            query?: {
                f?: "json" | "html";
            };
            header?: never;
            path: {
                collection: "amenities" | "heritage-sites" | "learning-spaces" | "street-art-walls" | "urban-design-zones" | "wisdom-places";
                feature_id: string;
                older: number;
                newer: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Difference"];
                };
            };
        };
    };
    getVersionOf: {
        parameters: {
            query?: {
                crs?: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/4326" | "http://www.opengis.net/def/crs/EPSG/0/3857" | "http://www.opengis.net/def/crs/EPSG/0/32647" | "http://www.opengis.net/def/crs/EPSG/0/24047";
                properties?: ("uid" | "name_th" | "name_en" | "description_th" | "description_en" | "subkind" | "themes" | "age_groups" | "outcomes" | "accuracy_m" | "coordinate_source" | "sensitive" | "opening_hours" | "wheelchair" | "access_note_th" | "access_note_en" | "steps" | "ramp" | "seats" | "toilet" | "shade" | "water" | "takes_school_groups" | "capacity" | "visit_minutes" | "contact" | "district_code" | "district_th" | "district_en" | "subdistrict_code" | "subdistrict_th" | "subdistrict_en" | "source" | "verified" | "verified_on" | "demonstration" | "partner" | "status" | "version" | "changeset" | "created_at" | "updated_at" | "fee")[];
                f?: "geojson" | "json" | "html";
            };
            header?: never;
            path: {
                collection: "amenities" | "heritage-sites" | "learning-spaces" | "street-art-walls" | "urban-design-zones" | "wisdom-places";
                feature_id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["AnyFeature"];
                };
            };
        };
    };
    getSchema: {
        parameters: {
            query?: {
                f?: "json" | "html";
            };
            header?: never;
            path: {
                collection: "amenities" | "heritage-sites" | "learning-spaces" | "street-art-walls" | "urban-design-zones" | "wisdom-places";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": components["schemas"]["JsonSchema"];
                };
            };
        };
    };
    listSightings: {
        parameters: {
            query?: {
                f?: "json";
            };
            header?: never;
            path: {
                feature_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sightings"];
                };
            };
        };
    };
    reportSighting: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                feature_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    condition: "planned" | "painted" | "faded" | "painted-over" | "gone" | "unknown";
                    note?: string;
                    /** Format: date */
                    seen_on: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sighting"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sighting"];
                };
            };
        };
    };
    getZoneReport: {
        parameters: {
            query?: {
                f?: "json" | "html" | "csv";
            };
            header?: never;
            path: {
                feature_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneReport"];
                    "text/csv": string;
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: {
                f?: "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getProblemKind: {
        parameters: {
            query?: {
                f?: "json" | "html";
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemKind"];
                };
            };
        };
    };
    listProposals: {
        parameters: {
            query?: {
                f?: "json";
                state?: "proposed" | "applied" | "rejected" | "withdrawn" | "decided" | "any";
                author?: "me";
                collection?: "heritage-sites" | "street-art-walls" | "urban-design-zones" | "wisdom-places" | "amenities";
                space?: string;
                partner?: string;
                source?: string;
                limit?: number;
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposals"];
                };
            };
        };
    };
    getProposal: {
        parameters: {
            query?: {
                f?: "json";
            };
            header?: never;
            path: {
                proposal_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
        };
    };
    replaceProposal: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                proposal_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewChangeset"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
        };
    };
    applyProposal: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                proposal_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                    resolutions?: {
                        [key: string]: {
                            [key: string]: "mine" | "theirs";
                        };
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
        };
    };
    commentOnProposal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                proposal_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalComment"];
                };
            };
        };
    };
    rejectProposal: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                proposal_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
        };
    };
    withdrawProposal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                proposal_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
        };
    };
    evaluateRoute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    plan: {
                        /**
                         * @default any
                         * @enum {string}
                         */
                        access?: "any" | "prefer" | "require";
                        /** @default 3 */
                        alternatives?: number;
                        avoid?: string[];
                        /** Format: date-time */
                        depart?: string;
                        end?: (string | number[]) | null;
                        /** @default 1 */
                        groups?: number;
                        minutes?: number;
                        /**
                         * @default auto
                         * @enum {string}
                         */
                        mode?: "auto" | "walk" | "bicycle" | "vehicle";
                        most_of_a_kind?: number;
                        most_wait_minutes?: number;
                        must?: string[];
                        needs?: string[];
                        outcomes?: string[];
                        party: string[];
                        people?: number;
                        /** @default 1 */
                        seed?: number;
                        start?: (string | number[]) | null;
                        story?: string | null;
                        themes?: string[];
                    };
                    stops: ({
                        /** @default false */
                        pinned?: boolean;
                        space: string;
                        /** Format: date-time */
                        start?: string | null;
                        stay_minutes?: number | null;
                    } | string)[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        best: Record<string, never> | null;
                        best_refused: Record<string, never> | null;
                        gain: number | null;
                        itinerary: Record<string, never>;
                        violations: Record<string, never>[];
                    };
                };
            };
        };
    };
    planRouteByLink: {
        parameters: {
            query?: {
                f?: "json" | "geojson" | "html" | "gpx" | "kml" | "ics" | "csv";
                itinerary?: string;
                party?: string[];
                needs?: string[];
                themes?: string[];
                start?: string;
                end?: string;
                depart?: string;
                minutes?: number;
                mode?: "auto" | "walk" | "bicycle" | "vehicle";
                access?: "any" | "prefer" | "require";
                must?: string[];
                avoid?: string[];
                outcomes?: string[];
                story?: string;
                groups?: number;
                people?: number;
                most_of_a_kind?: number;
                most_wait_minutes?: number;
                alternatives?: number;
                seed?: number;
                age_group?: string;
                theme?: string;
                lon?: number;
                lat?: number;
                step_free?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": string;
                    "application/gpx+xml": string;
                    "application/json": {
                        itineraries: Record<string, never>[];
                    };
                    "application/vnd.google-earth.kml+xml": string;
                    "text/calendar; charset=utf-8": string;
                    "text/csv; charset=utf-8": string;
                };
            };
        };
    };
    planRoute: {
        parameters: {
            query?: {
                f?: "json" | "geojson" | "html" | "gpx" | "kml" | "ics" | "csv";
                itinerary?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default any
                     * @enum {string}
                     */
                    access?: "any" | "prefer" | "require";
                    /** @default 3 */
                    alternatives?: number;
                    avoid?: string[];
                    /** Format: date-time */
                    depart?: string;
                    end?: (string | number[]) | null;
                    /** @default 1 */
                    groups?: number;
                    minutes?: number;
                    /**
                     * @default auto
                     * @enum {string}
                     */
                    mode?: "auto" | "walk" | "bicycle" | "vehicle";
                    most_of_a_kind?: number;
                    most_wait_minutes?: number;
                    must?: string[];
                    needs?: string[];
                    outcomes?: string[];
                    party: string[];
                    people?: number;
                    /** @default 1 */
                    seed?: number;
                    start?: (string | number[]) | null;
                    story?: string | null;
                    themes?: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": string;
                    "application/gpx+xml": string;
                    "application/json": {
                        itineraries: Record<string, never>[];
                    };
                    "application/vnd.google-earth.kml+xml": string;
                    "text/calendar; charset=utf-8": string;
                    "text/csv; charset=utf-8": string;
                };
            };
        };
    };
    getRoute: {
        parameters: {
            query?: {
                f?: "json" | "geojson" | "html" | "gpx" | "kml" | "ics" | "csv";
            };
            header?: never;
            path: {
                route_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": string;
                    "application/gpx+xml": string;
                    "application/json": {
                        itineraries: Record<string, never>[];
                    };
                    "application/vnd.google-earth.kml+xml": string;
                    "text/calendar; charset=utf-8": string;
                    "text/csv; charset=utf-8": string;
                };
            };
        };
    };
    getRouteCheck: {
        parameters: {
            query?: {
                f?: "json";
            };
            header?: never;
            path: {
                route_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        checked_on: string | null;
                        doubts: {
                            /** @enum {string} */
                            code: "changed" | "closed" | "archived" | "gone";
                            en: string;
                            space: string;
                            th: string;
                        }[];
                        needs_check: boolean;
                        route: string;
                    };
                };
            };
        };
    };
    confirmRoute: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                route_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        checked_on: string | null;
                        doubts: {
                            /** @enum {string} */
                            code: "changed" | "closed" | "archived" | "gone";
                            en: string;
                            space: string;
                            th: string;
                        }[];
                        needs_check: boolean;
                        route: string;
                    };
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                bbox?: number[] & (unknown | unknown);
                "bbox-crs"?: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/4326" | "http://www.opengis.net/def/crs/EPSG/0/3857" | "http://www.opengis.net/def/crs/EPSG/0/32647" | "http://www.opengis.net/def/crs/EPSG/0/24047";
                datetime?: string;
                limit?: number;
                cursor?: string;
                crs?: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/4326" | "http://www.opengis.net/def/crs/EPSG/0/3857" | "http://www.opengis.net/def/crs/EPSG/0/32647" | "http://www.opengis.net/def/crs/EPSG/0/24047";
                properties?: ("uid" | "name_th" | "name_en" | "description_th" | "description_en" | "subkind" | "themes" | "age_groups" | "outcomes" | "accuracy_m" | "coordinate_source" | "sensitive" | "opening_hours" | "wheelchair" | "access_note_th" | "access_note_en" | "steps" | "ramp" | "seats" | "toilet" | "shade" | "water" | "takes_school_groups" | "capacity" | "visit_minutes" | "contact" | "district_code" | "district_th" | "district_en" | "subdistrict_code" | "subdistrict_th" | "subdistrict_en" | "source" | "verified" | "verified_on" | "demonstration" | "partner" | "status" | "version" | "changeset" | "created_at" | "updated_at" | "collection")[];
                q: string;
                theme?: string[];
                age_group?: string[];
                outcome?: string[];
                subkind?: string[];
                partner?: string[];
                district_code?: string[];
                wheelchair?: "yes" | "limited" | "no" | "unknown";
                toilet?: "yes" | "no" | "unknown";
                shade?: "yes" | "no" | "unknown";
                open_at?: string;
                as_of?: string;
                filter?: string;
                "filter-lang"?: "cql2-text" | "cql2-json";
                "filter-crs"?: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" | "http://www.opengis.net/def/crs/EPSG/0/4326" | "http://www.opengis.net/def/crs/EPSG/0/3857" | "http://www.opengis.net/def/crs/EPSG/0/32647" | "http://www.opengis.net/def/crs/EPSG/0/24047";
                f?: "geojson" | "json" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["LearningSpacesFeatures"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: {
                f?: "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    username: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    validate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/geo+json": {
                    collection?: string | null;
                    type?: string;
                } | {
                    type: unknown;
                } | {
                    features: unknown[];
                    /** @enum {unknown} */
                    type: "FeatureCollection";
                } | {
                    bbox?: number[];
                    collection: string;
                };
                "application/json": {
                    collection?: string | null;
                    type?: string;
                } | {
                    type: unknown;
                } | {
                    features: unknown[];
                    /** @enum {unknown} */
                    type: "FeatureCollection";
                } | {
                    bbox?: number[];
                    collection: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Validation"];
                };
            };
        };
    };
}
